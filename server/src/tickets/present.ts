import type { TicketHeader } from '@kolosok/contract'
import type { TicketRow } from './store.ts'

/** Who of the desk has it, and how much was said behind the scenes, is not the asker's. */
export function presentHeader(row: TicketRow, { isAsker }: { isAsker: boolean }): TicketHeader {
  const { id, number, subject, desk, state, organizationId, organizationName, holderId, holderName } = row
  return {
    id,
    number,
    subject,
    desk,
    state,
    organizationId,
    organizationName,
    assignee: isAsker || holderId === null ? null : { accountId: holderId, name: holderName },
    lastSeq: isAsker ? row.shownSeq : row.lastSeq,
    createdAt: row.createdAt.toISOString(),
    changedAt: row.changedAt.toISOString(),
  }
}
