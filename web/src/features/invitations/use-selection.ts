import type { Invitation, InvitationId } from '@kolosok/contract'
import { useState } from 'react'
import type { Dialog } from './invitation-dialogs.tsx'

/** Which of the shown links are meant; whatever is no longer shown is not. */
export function useSelection(shown: readonly Invitation[]) {
  const [picked, setPicked] = useState<ReadonlySet<InvitationId>>(new Set())
  const open = shown.filter(({ state }) => state === 'open').map(({ id }) => id)
  const ids = new Set(open.filter((id) => picked.has(id)))
  return {
    ids,
    has: (id: InvitationId) => ids.has(id),
    toggle: (id: InvitationId) => {
      setPicked(ids.has(id) ? new Set([...ids].filter((one) => one !== id)) : new Set([...ids, id]))
    },
    set: (invitations: readonly Invitation[]) => {
      setPicked(new Set(invitations.map(({ id }) => id)))
    },
  }
}

export type Selection = ReturnType<typeof useSelection>

/** What a list of links needs, as a table and as cards. */
export type RowsProps = {
  readonly invitations: readonly Invitation[]
  readonly selection: Selection
  /** This server sends letters or SMS. */
  readonly canSend: boolean
  readonly onDialog: (dialog: Dialog) => void
}
