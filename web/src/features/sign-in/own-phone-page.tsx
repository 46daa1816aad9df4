import { Button, Container, Skeleton, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
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

/** The number is the account's name: who has none, or one that was only typed, says it here. */
export function OwnPhonePage() {
  const me = useMe()
  const isProved = me.phone !== null && me.isPhoneVerified

  return (
    <Container size={480} py="lg">
      <Stack>
        <div>
          <Explained>
            <Title order={1} fz={26}>
              {t('own.title')}
            </Title>
          </Explained>
          <Text c="dimmed">{t(isProved ? 'own.proved' : me.phone === null ? 'own.lost' : 'own.unproved')}</Text>
          {me.phone !== null && (
            <Text fz="lg" fw={600} mt="xs">
              {formatPhone(me.phone)}
            </Text>
          )}
        </div>
        {isProved ? <OwnPhoneChange me={me} /> : <Steps phone={me.phone} />}
        {!me.isOperator && (
          <Suspense>
            <MergeAccounts me={me} sayOther={problemText} />
          </Suspense>
        )}
        {isProved && (
          <Button component={Link} to="/" variant="light">
            {t('own.done')}
          </Button>
        )}
      </Stack>
    </Container>
  )
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
