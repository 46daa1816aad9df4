import type { Me } from '@kolosok/contract'
import { Button, Skeleton, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { createTexts } from '#lib/i18n.ts'
import { installationQuery } from '#lib/installation.ts'
import { phoneChanges } from '#locales/ru/phone-changes.ts'
import { NewPhoneForm } from './new-phone-form.tsx'
import type { ChangeSent } from './new-phone.ts'
import { NewPhoneProof } from './new-phone-proof.tsx'

const t = createTexts(phoneChanges)

type Props = {
  readonly me: Me
  readonly isOpen: boolean
  readonly onOpen: (isOpen: boolean) => void
}

/** From a proven number to another one: by codes to both, or by somebody's decision. */
export function OwnPhoneChange({ me, isOpen, onOpen }: Props) {
  const installation = useQuery(installationQuery())
  const [sent, setSent] = useState<ChangeSent | null>(null)
  const isWaiting = me.phoneChange?.state === 'requested' || me.phoneChange?.state === 'agreed'
  if (isWaiting) return null
  if (!isOpen) {
    return (
      <Button variant="default" size="md" onClick={() => onOpen(true)}>
        {t('own.change')}
      </Button>
    )
  }
  if (!installation.data) return <Skeleton h={64} radius="md" />
  const close = () => {
    onOpen(false)
    setSent(null)
  }
  if (sent)
    return <NewPhoneProof key={sent.newHandle} me={me} sent={sent} onOther={() => setSent(null)} onDone={close} />
  const ways = installation.data.codeWays
  return (
    <Stack>
      <Text>{t(ways.includes('sms') ? 'own.text' : 'own.text.decision')}</Text>
      <NewPhoneForm me={me} ways={ways} onSent={setSent} onClose={close} />
    </Stack>
  )
}
