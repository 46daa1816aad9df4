import { Modal, Skeleton } from '@mantine/core'
import type { OwnMembership } from '@kolosok/contract'
import { useQuery } from '@tanstack/react-query'
import { ErrorState } from '#ui/states.tsx'
import { DepartureForm } from './departure-form.tsx'
import { Obstacle } from './obstacle.tsx'
import { departureQuery, type Target } from './queries.ts'
import { t } from './texts.ts'

type Props = {
  readonly target: Target
  readonly organization: Pick<OwnMembership['organization'], 'shortName'>
  readonly onClose: () => void
  readonly onDone: () => void
}

/** One dialog for everything that has to be settled before somebody goes. */
export function DepartureDialog({ target, organization, onClose, onDone }: Props) {
  const query = useQuery(departureQuery(target))
  const found = query.data
  const title = found && !found.isOwn ? t('office.title', { name: found.fullName }) : undefined
  return (
    <Modal opened onClose={onClose} title={title ?? t('own.title', { organization: organization.shortName })}>
      {found &&
        (found.obstacle ? (
          <Obstacle obstacle={found.obstacle} onClose={onClose} />
        ) : (
          <DepartureForm
            departure={found}
            target={target}
            shortName={organization.shortName}
            onClose={onClose}
            onDone={onDone}
          />
        ))}
      {query.isPending && <Skeleton height={160} radius="md" />}
      {query.isError && !found && (
        <ErrorState
          title={t('error.title')}
          text={t('error.text')}
          retry={t('error.retry')}
          onRetry={() => void query.refetch()}
        />
      )}
    </Modal>
  )
}
