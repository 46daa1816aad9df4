import type { Me } from '@kolosok/contract'
import { Button, Container, Skeleton, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Suspense, useState } from 'react'
import { MergeAccounts } from '#features/account-merges/index.ts'
import { installationQuery } from '#lib/installation.ts'
import { useMe } from '#lib/me.ts'
import { formatPhone } from '#lib/phone.ts'
import { Explained } from '#ui/help-mark.tsx'
import { ErrorState } from '#ui/states.tsx'
import { OwnPhoneChange } from './own-phone-change.tsx'
import { OwnPhoneForm } from './own-phone-form.tsx'
import { OwnPhoneProof } from './own-phone-proof.tsx'
import { problemText } from './problem-text.ts'
import type { Sent } from './sent.ts'
import { t } from './texts.ts'
import { WhoYouAre } from './who-you-are.tsx'

/** The number is the account's name: who has none, or one that was only typed, says it here. */
export function OwnPhonePage() {
  const me = useMe()
  const navigate = useNavigate()
  // Closed the page after the console's link before saying it.
  if (me.isOperator && me.givenName === '') {
    return (
      <Container size={480} py="lg">
        <WhoYouAre onDone={() => void navigate({ to: '/operator' })} />
      </Container>
    )
  }
  return <OwnPhone me={me} />
}

function OwnPhone({ me }: { me: Me }) {
  const isProved = me.phone !== null && me.isPhoneVerified
  const [isChanging, setChanging] = useState(false)

  return (
    <Container size={480} py="lg">
      <Stack>
        <div>
          <Explained>
            <Title order={1} fz={26}>
              {t('own.title')}
            </Title>
          </Explained>
          <Text c="dimmed">{t(stateOf(me))}</Text>
          {me.phone !== null && (
            <Text fz="lg" fw={600} mt="xs">
              {formatPhone(me.phone)}
            </Text>
          )}
        </div>
        {isProved ? <OwnPhoneChange me={me} isOpen={isChanging} onOpen={setChanging} /> : <Steps phone={me.phone} />}
        {!me.isOperator && !isChanging && (
          <Suspense>
            <MergeAccounts me={me} sayOther={problemText} />
          </Suspense>
        )}
        {isProved && !isChanging && (
          <Button component={Link} to="/" variant="light">
            {t('own.done')}
          </Button>
        )}
      </Stack>
    </Container>
  )
}

function stateOf(me: Me) {
  if (me.phone !== null) return me.isPhoneVerified ? 'own.proved' : 'own.unproved'
  // The first operator came by the console's link and has not named one yet.
  return me.isOperator ? 'own.none' : 'own.lost'
}

function Steps({ phone }: { phone: string | null }) {
  const installation = useQuery(installationQuery())
  const [sent, setSent] = useState<Sent | null>(null)
  if (installation.isPending) return <Skeleton h={64} radius="md" aria-label={t('loading')} />
  if (installation.isError) {
    return (
      <ErrorState
        title={t('failed')}
        text={problemText(installation.error)}
        retry={t('retry')}
        onRetry={() => void installation.refetch()}
      />
    )
  }
  if (sent) return <OwnPhoneProof key={sent.handle} sent={sent} onOther={() => setSent(null)} />
  const canProve = installation.data.codeWays.includes('sms')
  return <OwnPhoneForm canProve={canProve} phone={canProve ? phone : null} onSent={setSent} />
}
