import type { AccountMergeId, Me } from '@kolosok/contract'
import { Button, Paper, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { Link } from '@tanstack/react-router'
import { newId } from '#lib/new-id.ts'
import { formatPhone } from '#lib/phone.ts'
import { CodesForm } from './codes-form.tsx'
import { Confirmation } from './confirmation.tsx'
import { NumberForm } from './number-form.tsx'
import type { Proven, SayOther, Sent } from './proof.ts'
import { t } from './texts.ts'

type Step =
  | { readonly at: 'closed' | 'number' | 'done' }
  | { readonly at: 'codes'; readonly sent: Sent }
  | { readonly at: 'confirm'; readonly proven: Proven }

/** «У меня два входа»: the other number, both codes, what would come over, and then for good. */
export function MergeAccounts({ me, sayOther }: { me: Me; sayOther: SayOther }) {
  const [step, setStep] = useState<Step>({ at: 'closed' })
  // Made once, so a retry merges once.
  const [id] = useState(() => newId() as AccountMergeId)
  const close = () => setStep({ at: 'closed' })
  if (step.at === 'closed') {
    return (
      <Button variant="default" size="md" onClick={() => setStep({ at: 'number' })}>
        {t('open')}
      </Button>
    )
  }
  return (
    <Paper withBorder radius="lg" p="md">
      <Stack>
        <Title order={2} fz="lg">
          {t(step.at === 'done' ? 'done.title' : 'title')}
        </Title>
        {step.at === 'number' && (
          <NumberForm sayOther={sayOther} onSent={(sent) => setStep({ at: 'codes', sent })} onClose={close} />
        )}
        {step.at === 'codes' && (
          <CodesForm
            me={me}
            sent={step.sent}
            sayOther={sayOther}
            onProven={(proven) => setStep({ at: 'confirm', proven })}
            onBack={() => setStep({ at: 'number' })}
          />
        )}
        {step.at === 'confirm' && (
          <Confirmation
            id={id}
            proven={step.proven}
            sayOther={sayOther}
            onDone={() => setStep({ at: 'done' })}
            onClose={close}
          />
        )}
        {step.at === 'done' && <Done phone={me.phone} />}
      </Stack>
    </Paper>
  )
}

function Done({ phone }: { phone: string | null }) {
  return (
    <Stack align="flex-start" role="status">
      <Text>{t('done.text', { phone: phone === null ? 'none' : formatPhone(phone) })}</Text>
      <Button component={Link} to="/" autoFocus>
        {t('done.open')}
      </Button>
    </Stack>
  )
}
