import type { OrganizationId, PhoneChange } from '@kolosok/contract'
import { Button, Skeleton, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatMoment } from '#lib/dates.ts'
import { formatPhone } from '#lib/phone.ts'
import { LetterState } from '#ui/letter-state.tsx'
import { EmptyState, ErrorState } from '#ui/states.tsx'
import { AgreeDialog } from './agree-dialog.tsx'
import classes from './phone-changes.module.css'
import { phoneChangesQuery } from './queries.ts'
import { RefuseDialog } from './refuse-dialog.tsx'
import { t } from './texts.ts'

type Deciding = { readonly change: PhoneChange; readonly how: 'agree' | 'refuse' }

export function ChangeList({ organizationId }: { organizationId: OrganizationId | null }) {
  const query = useQuery(phoneChangesQuery(organizationId))
  const [deciding, setDeciding] = useState<Deciding | null>(null)
  const close = () => setDeciding(null)
  return (
    <>
      {query.isPending && (
        <Stack gap={12} aria-hidden="true">
          <Skeleton height={150} radius="md" />
        </Stack>
      )}
      {query.isError && !query.data && (
        <ErrorState
          title={t('error.title')}
          text={t('error.text')}
          retry={t('error.retry')}
          onRetry={() => void query.refetch()}
        />
      )}
      {query.data?.length === 0 && <EmptyState title={t('empty.title')} text={t('empty.text')} />}
      {query.data && query.data.length > 0 && (
        <ul className={classes.list}>
          {query.data.map((change) => (
            <ChangeCard key={change.id} change={change} onDecide={(how) => setDeciding({ change, how })} />
          ))}
        </ul>
      )}
      {deciding?.how === 'agree' && (
        <AgreeDialog organizationId={organizationId} change={deciding.change} onClose={close} />
      )}
      {deciding?.how === 'refuse' && (
        <RefuseDialog organizationId={organizationId} change={deciding.change} onClose={close} />
      )}
    </>
  )
}

type CardProps = { readonly change: PhoneChange; readonly onDecide: (how: Deciding['how']) => void }

function ChangeCard({ change, onDecide }: CardProps) {
  const { fullName, person, newPhone, isByOwner, isAgreedHere } = change
  // What was agreed with no code given comes by itself.
  const canAgree = !isAgreedHere || !isByOwner || change.mayBeInPerson
  return (
    <li className={classes.card}>
      <div className={classes.name}>{fullName}</div>
      {person && person.label !== '' && <div className={classes.muted}>{person.label}</div>}
      <p className={classes.phone}>
        {t('new')} <b>{formatPhone(newPhone)}</b>
      </p>
      {factsOf(change).map((fact) => (
        <p key={fact} className={classes.muted}>
          {fact}
        </p>
      ))}
      {change.letter && <LetterState letter={change.letter} />}
      {change.mayDecide && (
        <div className={classes.actions}>
          {canAgree && (
            <Button variant={isAgreedHere ? 'default' : 'filled'} onClick={() => onDecide('agree')}>
              {t(isAgreedHere ? 'agree.again' : 'agree')}
            </Button>
          )}
          <Button variant="default" onClick={() => onDecide('refuse')}>
            {t('refuse')}
          </Button>
        </div>
      )}
    </li>
  )
}

function factsOf(change: PhoneChange): string[] {
  const { isByOwner, requestedBy, requestedAt, isAgreedHere, waitingElsewhere, takesEffectAt, mayDecide } = change
  const date = formatMoment(requestedAt)
  return [
    isByOwner ? t('asked.own', { date }) : t('asked.by', { name: requestedBy, date }),
    ...(isAgreedHere ? [t('agreed-here')] : []),
    ...(waitingElsewhere > 0 ? [t('elsewhere', { count: waitingElsewhere })] : []),
    ...(takesEffectAt === null ? [] : [t('effect', { date: formatMoment(takesEffectAt) })]),
    ...(mayDecide ? [] : [t('not-yours')]),
  ]
}
