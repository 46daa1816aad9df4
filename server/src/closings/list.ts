import type { ClosingEntry, closingEndpoints, ClosingId } from '@kolosok/contract'
import type { z } from 'zod'
import { AppError } from '#platform/app-error.ts'
import type { Context } from '#platform/context.ts'
import type { FileAnswer } from '#platform/send-file.ts'
import { findAct } from './erase.store.ts'
import { type ListedRow, listClosings } from './store.ts'

const PAGE = 20

type Shown = z.input<typeof closingEndpoints.list.response>

/** The operator's: which organizations close, have closed or came back. */
export async function showClosings({ db }: Context, before: ClosingId | undefined): Promise<Shown> {
  const rows = await listClosings(db, { before, limit: PAGE + 1 })
  const closings = rows.slice(0, PAGE).map(present)
  return { closings, next: rows.length > PAGE ? (closings.at(-1)?.id ?? null) : null }
}

const present = (row: ListedRow): ClosingEntry => ({
  id: row.id,
  organizationId: row.organization_id,
  organization: row.name,
  closedAt: row.closed_at.toISOString(),
  closedBy: row.closedBy,
  eraseAt: row.erase_at.toISOString(),
  state: row.reopened_at ? 'reopened' : row.erased_at ? 'erased' : 'closed',
  endedAt: (row.reopened_at ?? row.erased_at)?.toISOString() ?? null,
  actNumber: row.act_number,
})

export async function readClosingAct({ db }: Context, id: ClosingId): Promise<FileAnswer> {
  const found = await findAct(db, id)
  if (!found?.act) throw new AppError('not-found')
  return {
    body: found.act,
    size: found.act.length,
    mediaType: 'application/pdf',
    name: `Акт об удалении данных организации № ${String(found.number)}.pdf`,
    isInline: false,
  }
}
