import type { AccountId, BroadcastId, OrganizationId } from '@kolosok/contract'
import { type Db, runSql } from '#platform/db.ts'
import { type BroadcastRow, BROADCASTS } from './store.ts'

export const PAGE = 20
/** More than one organization plans; what is over goes by pages. */
const MOST_AHEAD = 200

/** What is on first, then what comes next. */
export function listAhead(db: Db, organizationId: OrganizationId, reader: AccountId): Promise<BroadcastRow[]> {
  return runSql<BroadcastRow>(
    db,
    `${BROADCASTS} where b.organization_id = $2 and b.state in ('planned', 'live')
     order by b.state, b.planned_at, b.id limit ${String(MOST_AHEAD)}`,
    [reader, organizationId],
  )
}

type Page = { readonly reader: AccountId; readonly isOffice: boolean; readonly before?: BroadcastId | undefined }

/** What is over and was for the reader, newest first; one more than a page. */
export function listPast(db: Db, organizationId: OrganizationId, page: Page): Promise<BroadcastRow[]> {
  return runSql<BroadcastRow>(
    db,
    `${BROADCASTS} where b.organization_id = $2 and b.state in ('ended', 'cancelled')
       and ($3 or b.host_id = $1 or exists (
         select from broadcast_viewer v where v.broadcast_id = b.id and v.account_id = $1))
       and ($4::uuid is null or (b.planned_at, b.id) < (select planned_at, id from broadcast where id = $4))
     order by b.planned_at desc, b.id desc limit ${String(PAGE + 1)}`,
    [page.reader, organizationId, page.isOffice, page.before ?? null],
  )
}

type Window = {
  readonly reader: AccountId
  readonly isOffice: boolean
  readonly from: Date
  readonly until: Date
}

/** More than some weeks hold. */
const MOST_BETWEEN = 200

/** In order of time: those for the reader, or all. */
export function listBetween(db: Db, organizationId: OrganizationId, window: Window): Promise<BroadcastRow[]> {
  return runSql<BroadcastRow>(
    db,
    `${BROADCASTS} where b.organization_id = $2 and b.planned_at >= $4 and b.planned_at < $5
       and ($3 or b.host_id = $1 or exists (
         select from broadcast_viewer v where v.broadcast_id = b.id and v.account_id = $1))
     order by b.planned_at, b.id limit ${String(MOST_BETWEEN)}`,
    [window.reader, organizationId, window.isOffice, window.from, window.until],
  )
}
