import type { Acceptance, OpenInvitation } from '@kolosok/contract'
import { Button, Skeleton, Stack, Text } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router'
import { Suspense, useState } from 'react'
import { type SignInStep, SignInSteps } from '#features/sign-in/index.ts'
import { meQuery } from '#lib/me.ts'
import { ErrorState } from '#ui/states.tsx'
import { ClosedPage, closedReason } from './closed-page.tsx'
import { ConsentStep } from './consent-step.tsx'
import { type Draft, useDraft } from './draft.ts'
import { JoinFrame } from './frame.tsx'
import classes from './join.module.css'
import { type Known, labelOf, NameStep } from './name-step.tsx'
import { PaperWay } from './paper-way.tsx'
import { detailsQuery, invitationQuery, useAccept } from './queries.ts'
import { readStep, type Step } from './steps.ts'
import { t } from './texts.ts'
import { WelcomeCard } from './welcome-card.tsx'

type Props = { readonly token: string; readonly invitation: OpenInvitation; readonly isSignedIn: boolean }

/** Who invites and the phone → the code → the name → the consent → in the chat. */
export function JoinSteps({ token, invitation, isSignedIn }: Props) {
  const { step } = readStep(useSearch({ strict: false }).step)
  const navigate = useNavigate()
  const go = (next: Step) => void navigate({ to: '/i/$token', params: { token }, search: { step: next } })

  if (!isSignedIn) return <SigningIn token={token} invitation={invitation} onSignedIn={() => go('name')} />
  if (step === undefined) {
    return (
      <JoinFrame step={2}>
        <WelcomeCard invitation={invitation} />
        <Text c="dimmed">{t('signed-in')}</Text>
        <div className={classes.actions}>
          <Button size="lg" fullWidth autoFocus onClick={() => go('name')}>
            {t('go-on')}
          </Button>
        </div>
      </JoinFrame>
    )
  }
  return <AfterSigningIn token={token} invitation={invitation} step={step} onStep={go} />
}

function SigningIn({ token, invitation, onSignedIn }: Omit<Props, 'isSignedIn'> & { onSignedIn: () => void }) {
  const client = useQueryClient()
  const [step, setStep] = useState<SignInStep>('phone')
  /** Whoever turns out to have joined before is led on by the page itself. */
  const enter = async () => {
    await client.query({ ...invitationQuery(token), staleTime: 0 })
    onSignedIn()
    await client.query({ ...meQuery(), staleTime: 0 })
  }
  return (
    <JoinFrame step={step === 'phone' ? 1 : 2}>
      {step === 'phone' && <WelcomeCard invitation={invitation} />}
      <Suspense fallback={<Skeleton height={120} radius="md" aria-hidden="true" />}>
        <SignInSteps onStep={setStep} onSignedIn={() => void enter()} />
      </Suspense>
      {step === 'phone' && (
        <Text c="dimmed" size="sm">
          {t('phone.note')}
        </Text>
      )}
    </JoinFrame>
  )
}

type AfterProps = Omit<Props, 'isSignedIn'> & { readonly step: Step; readonly onStep: (step: Step) => void }

function AfterSigningIn({ token, invitation, step, onStep }: AfterProps) {
  const details = useQuery(detailsQuery(token))
  const [draft, change] = useDraft(token)
  const accept = useAccept(token)
  const { history } = useRouter()
  const back = () => history.back()

  const closed = closedReason(details.error) ?? closedReason(accept.error)
  if (closed) return <ClosedPage reason={closed} />
  if (details.isError) {
    return (
      <ErrorState
        title={t('failed.title')}
        text={t('failed.unknown')}
        retry={t('failed.retry')}
        onRetry={() => void details.refetch()}
      />
    )
  }
  const onBack = accept.isPending ? {} : { onBack: back }
  if (step === 'paper') {
    return (
      <JoinFrame step={4} {...onBack}>
        <PaperWay invitation={invitation} onBack={back} />
      </JoinFrame>
    )
  }
  if (!details.data) return <Loading step={step === 'name' ? 3 : 4} />

  const { name, consents, ...rest } = details.data
  const known: Known = { ...rest, role: invitation.role, name: name && spell(name) }
  if (step === 'name') {
    return (
      <JoinFrame step={3} {...onBack}>
        <NameStep known={known} draft={draft} onChange={change} onDone={() => onStep('consent')} />
      </JoinFrame>
    )
  }
  return (
    <JoinFrame step={4} {...onBack}>
      <ConsentStep
        invitation={invitation}
        hasAgreed={draft.hasAgreed}
        isBusy={accept.isPending || accept.isSuccess}
        error={accept.error}
        onAgree={(hasAgreed) => change({ hasAgreed })}
        onRefuse={() => onStep('paper')}
        onEnter={() => accept.mutate(toAcceptance(draft, known, name, consents))}
      />
    </JoinFrame>
  )
}

type Name = Pick<Draft, 'givenName' | 'patronymic' | 'familyName'>

const spell = ({ givenName, patronymic, familyName }: Name) =>
  [givenName, patronymic, familyName].filter((part) => part !== '').join(' ')

/** A name that is known already stays as it is. */
function toAcceptance(draft: Draft, known: Known, name: Name | null, consents: Acceptance['consents']): Acceptance {
  const { givenName, patronymic } = name ?? draft
  const familyName = (name ?? draft).familyName || givenName
  const names = { givenName, patronymic, familyName, consents }
  return known.role === 'teacher'
    ? { role: 'teacher', ...names, position: draft.position }
    : { role: 'parent', ...names, label: labelOf(draft, known) }
}

function Loading({ step }: { step: number }) {
  return (
    <JoinFrame step={step}>
      <Stack aria-hidden="true">
        <Skeleton h={34} w="70%" radius="md" />
        <Skeleton h={64} radius="md" />
        <Skeleton h={64} radius="md" />
        <Skeleton h={64} radius="md" />
      </Stack>
    </JoinFrame>
  )
}
