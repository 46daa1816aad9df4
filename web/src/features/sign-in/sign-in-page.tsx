import { Text, Title } from '@mantine/core'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Explained } from '#ui/help-mark.tsx'
import { PublicCard } from './public-card.tsx'
import { type SignInStep, SignInSteps } from './sign-in-steps.tsx'
import { t } from './texts.ts'

const route = getRouteApi('/public/sign-in')

export function SignInPage() {
  const { next, ended } = route.useSearch()
  const navigate = useNavigate()
  const [step, setStep] = useState<SignInStep>('phone')
  return (
    <PublicCard name={t('product')}>
      <Explained>
        <Title order={1} fz={step === 'phone' ? 26 : 'md'} c={step === 'phone' ? 'var(--ink)' : 'dimmed'} mb="xs">
          {t('title')}
        </Title>
      </Explained>
      {step === 'phone' && ended && (
        <Text role="status" mb="xs">
          {t('ended')}
        </Text>
      )}
      {step === 'phone' && (
        <Text c="dimmed" mb="md">
          {t('intro')}
        </Text>
      )}
      <SignInSteps onStep={setStep} onSignedIn={() => void navigate({ href: next ?? '/', replace: true })} />
    </PublicCard>
  )
}
