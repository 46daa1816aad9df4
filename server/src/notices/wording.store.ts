import type { AccountId, NoticeId, OrganizationId } from '@kolosok/contract'
import { type Db, runSql, type Tx } from '#platform/db.ts'
import { lockName } from '#platform/lock-name.ts'
import type { NoticeRow } from './store.ts'

/** What it has said until now. */
export async function keepWording(tx: Tx, notice: NoticeRow, now: Date): Promise<void> {
  const { id, rev, version, title, text, asks, options, attachments } = notice
  await tx
    .insertInto('notice_wording')
    .values({
      notice_id: id,
      rev,
      version,
      title,
      text,
      asks,
      options,
      files: attachments.map(({ name }) => name),
      replaced_at: now,
    })
    .execute()
}

const MOST_SHOWN = 20

/** What it said before, newest first, with how many answered to that. */
export const listWordings = (db: Db, id: NoticeId) =>
  db
    .selectFrom('notice_wording as w')
    .where('w.notice_id', '=', id)
    .select((eb) => [
      'w.title',
      'w.text',
      'w.asks',
      'w.options',
      'w.files',
      'w.replaced_at as replacedAt',
      eb
        .selectFrom('notice_answer as a')
        .whereRef('a.notice_id', '=', 'w.notice_id')
        .whereRef('a.version', '=', 'w.version')
        .select((inner) => inner.fn.countAll<string>().as('count'))
        .as('answers'),
    ])
    .orderBy('w.rev', 'desc')
    .limit(MOST_SHOWN)
    .execute()

type Sending = { readonly organizationId: OrganizationId; readonly authorId: AccountId; readonly since: Date }

/** One at a time of one author: two at once must not both be the last one. */
export async function countSentSince(tx: Tx, { organizationId, authorId, since }: Sending): Promise<number> {
  await lockName(tx, `notices:${authorId}`)
  const [row] = await runSql<{ count: number }>(
    tx,
    `select count(*)::int as count from notice where author_id = $1 and organization_id = $2 and sent_at > $3`,
    [authorId, organizationId, since],
  )
  return row?.count ?? 0
}
