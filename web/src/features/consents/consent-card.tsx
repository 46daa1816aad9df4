import { type ConsentDecisionId, type OwnConsent } from '@kolosok/contract'
import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { formatMoment } from '#lib/dates.ts'
import { newId } from '#lib/new-id.ts'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'
import { StateBadge, type Tone } from '#ui/state-badge.tsx'
import { sentenceOf } from './problems.ts'
import { useDecide } from './queries.ts'
import { t } from './texts.ts'

type State = 'given' | 'refused' | 'withdrawn' | 'waiting' | 'again' | 'over'
const tones: Record<State, Tone> = {
  given: 'good',
  refused: 'quiet',
  withdrawn: 'quiet',
  waiting: 'waiting',
  again: 'waiting',
  over: 'quiet',
}

const stateOf = ({ decision, version, mayGive }: OwnConsent): State => {
  if (decision?.version === version) return decision.kind
  if (!mayGive) return 'over'
  return decision ? 'again' : 'waiting'
}

/** One purpose, in its own words, with what follows from a no before it is said. */
export function ConsentCard({ consent }: { consent: OwnConsent }) {
  const { title, text, child, organization, template, decision } = consent
  const [isWithdrawing, setWithdrawing] = useState(false)
  // What is asked again after a lost answer is the same decision.
  const [decisionId, setDecisionId] = useState(() => newId() as ConsentDecisionId)
  const decide = useDecide()
  const state = stateOf(consent)
  const send = (isGiven: boolean) => {
    const { purposeId: consentPurposeId, unitId, version } = consent
    decide.mutate(
      {
        params: { consentPurposeId, unitId, decisionId },
        body: { version, isGiven, after: decision?.id ?? null },
      },
      {
        onSuccess: () => {
          setWithdrawing(false)
          setDecisionId(newId() as ConsentDecisionId)
        },
      },
    )
  }
  return (
    <Paper component="article" withBorder radius="lg" p="md" aria-label={title}>
      <Stack gap="sm">
        <Group justify="space-between" align="flex-start" gap="xs">
          <Title order={2} fz="lg" style={{ flex: '1 1 200px' }}>
            {title}
          </Title>
          <StateBadge tone={tones[state]}>{t(`state.${state}`)}</StateBadge>
        </Group>
        <Text fw={500}>{`${child === null ? t('for-self') : t('for-child', { child })} · ${organization}`}</Text>
        <Text style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{text}</Text>
        <Text c="dimmed" fz="sm">
          {t(`effect.${template}`)}
        </Text>
        {decision && <Decided decision={decision} />}
        <Answers
          state={state}
          mayGive={consent.mayGive}
          isPending={decide.isPending}
          onDecide={send}
          onWithdraw={() => setWithdrawing(true)}
        />
        {decide.isError && !isWithdrawing && (
          <Text role="alert" c="var(--danger)">
            {sentenceOf(decide.error)}
          </Text>
        )}
      </Stack>
      <ConfirmDialog
        isOpen={isWithdrawing}
        title={t('withdraw.title')}
        text={t('withdraw.text', { effect: t(`effect.${template}`) })}
        confirm={t('withdraw.do')}
        cancel={t('cancel')}
        isPending={decide.isPending}
        problem={decide.isError ? sentenceOf(decide.error) : null}
        onConfirm={() => send(false)}
        onClose={() => {
          decide.reset()
          setWithdrawing(false)
        }}
      />
    </Paper>
  )
}

function Decided({ decision: { by, at, isOwn, isOnPaper } }: { decision: NonNullable<OwnConsent['decision']> }) {
  const when = formatMoment(at)
  return (
    <Text fz="sm">{isOwn ? t('decided.own', { when }) : t(isOnPaper ? 'decided.paper' : 'decided', { by, when })}</Text>
  )
}

type AnswersProps = {
  readonly state: State
  readonly mayGive: boolean
  readonly isPending: boolean
  readonly onDecide: (isGiven: boolean) => void
  readonly onWithdraw: () => void
}

/** Yes and no stand side by side: neither is the easier one. */
function Answers({ state, mayGive, isPending, onDecide, onWithdraw }: AnswersProps) {
  if (state === 'given') {
    return (
      <Button variant="default" style={{ alignSelf: 'flex-start' }} onClick={onWithdraw}>
        {t('withdraw')}
      </Button>
    )
  }
  if (!mayGive) return null
  if (state === 'refused' || state === 'withdrawn') {
    return (
      <Button variant="default" style={{ alignSelf: 'flex-start' }} loading={isPending} onClick={() => onDecide(true)}>
        {t('again.give')}
      </Button>
    )
  }
  return (
    <>
      <Group>
        <Button variant="default" disabled={isPending} onClick={() => onDecide(true)}>
          {t('give')}
        </Button>
        <Button variant="default" disabled={isPending} onClick={() => onDecide(false)}>
          {t('refuse')}
        </Button>
      </Group>
      <Text c="dimmed" fz="sm">
        {t('paper')}
      </Text>
    </>
  )
}
