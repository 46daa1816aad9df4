import { Skeleton, Stack } from '@mantine/core'
import type { SignedIn } from '@kolosok/contract'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { installationQuery } from '#lib/installation.ts'
import { ErrorState } from '#ui/states.tsx'
import { CodeStep } from './code-step.tsx'
import { PersonalCodeStep } from './personal-code-step.tsx'
import { PhoneStep } from './phone-step.tsx'
import { problemText } from './problem-text.ts'
import type { Sent } from './sent.ts'
import { t } from './texts.ts'

export type SignInStep = 'phone' | 'code' | 'personal-code'

type Props = {
  readonly onSignedIn: (signedIn: SignedIn) => void
  /** For a page that shows how far one is. */
  readonly onStep?: (step: SignInStep) => void
}

/** Phone → code → in, by whichever ways this installation offers. Frames and titles are the page's. */
export function SignInSteps({ onSignedIn, onStep }: Props) {
  const installation = useQuery(installationQuery())
  const [step, setStep] = useState<SignInStep>('phone')
  const [phone, setPhone] = useState('')
  const [sent, setSent] = useState<Sent | null>(null)

  function go(next: SignInStep) {
    setStep(next)
    onStep?.(next)
  }

  if (installation.isPending) {
    return (
      <Stack role="status" aria-busy="true" aria-label={t('loading')}>
        <Skeleton h={64} radius="md" />
        <Skeleton h={50} radius="md" />
      </Stack>
    )
  }
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
  const { codeWays } = installation.data
  if (codeWays.length === 0) return <PersonalCodeStep phone={phone} onSignedIn={onSignedIn} onBack={null} />
  if (step === 'personal-code') {
    return <PersonalCodeStep phone={phone} onSignedIn={onSignedIn} onBack={() => go('phone')} />
  }
  if (step === 'code' && sent) {
    return (
      <CodeStep
        key={sent.handle}
        sent={sent}
        onSent={setSent}
        onSignedIn={onSignedIn}
        onOtherPhone={() => go('phone')}
        onPersonalCode={() => go('personal-code')}
      />
    )
  }
  return (
    <PhoneStep
      ways={codeWays}
      phone={phone}
      onSent={(code) => {
        setPhone(code.phone)
        setSent(code)
        go('code')
      }}
      onPersonalCode={(typed) => {
        setPhone(typed)
        go('personal-code')
      }}
    />
  )
}
