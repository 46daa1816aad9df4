import type { Invitation, InvitationId, InvitationSort } from '@kolosok/contract'
import { isProblem } from '#lib/api.ts'
import { RecordStates } from '#ui/record-states.tsx'
import { Records } from '#ui/records.tsx'
import { EmptyState } from '#ui/states.tsx'
import type { Picked } from '#ui/use-picked.ts'
import { invitationColumns } from './invitation-columns.tsx'
import type { Dialog } from './invitation-dialogs.tsx'
import { titleOf } from './invitation-facts.ts'
import type { useInvitations } from './queries.ts'
import { t } from './texts.ts'

type Props = {
  readonly query: ReturnType<typeof useInvitations>
  readonly invitations: readonly Invitation[]
  readonly picked: Picked<InvitationId>
  readonly canSend: boolean
  readonly isFiltered: boolean
  readonly order: InvitationSort
  readonly onOrder: (order: InvitationSort) => void
  readonly onDialog: (dialog: Dialog) => void
}

export const isOpen = ({ state }: Invitation): boolean => state === 'open'

export function InvitationRows(props: Props) {
  const { query, invitations, picked, canSend, isFiltered, order, onOrder, onDialog } = props
  const isHidden = isProblem(query.error, 'forbidden') || isProblem(query.error, 'not-found')
  if (isHidden && !query.data) return <EmptyState title={t('error.title')} text={t('error.hidden')} />
  const which = isFiltered ? 'filtered' : 'all'
  return (
    <RecordStates
      query={query}
      count={invitations.length}
      empty={<EmptyState title={t(`empty.${which}.title`)} text={t(`empty.${which}.text`)} />}
    >
      <Records
        label={t('title')}
        rows={invitations}
        columns={invitationColumns({ canSend, onDialog })}
        idOf={({ id }) => id}
        nameOf={titleOf}
        order={order}
        onOrder={onOrder}
        picked={picked}
        mayPick={isOpen}
      />
    </RecordStates>
  )
}
