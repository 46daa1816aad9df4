import type { AccountId, NoticeId, OrganizationId } from '@kolosok/contract'
import { type Db, runSql, type Tx } from '#platform/db.ts'
import { WITHOUT_APP } from './progress.store.ts'

/** Over for so long that nobody looks whether its receivers are still here. */
const FOLLOWED_DAYS = 90

/** Writes down whom it is for now: two statements, however many they are. True where something changed. */
export async function syncReceivers(tx: Tx, ids: readonly NoticeId[], now: Date): Promise<boolean> {
  const asked = await runSql(
    tx,
    `insert into notice_receiver as r (notice_id, account_id, child_id, asked_at)
     select distinct u.notice_id, case when u.child_id is null then u.account_id end, u.child_id, $2::timestamptz
     from notice n join notice_unit u on u.notice_id = n.id
     where n.id = any($1::uuid[]) and n.withdrawn_at is null and n.deadline_at > $2
     on conflict (notice_id, unit_id) do update set left_at = null where r.left_at is not null
     returning 1`,
    [ids, now],
  )
  const left = await runSql(
    tx,
    `with now_for as materialized (
       select distinct notice_id, unit_id from notice_unit where notice_id = any($1::uuid[]))
     update notice_receiver r set left_at = case when u.unit_id is null then $2::timestamptz end
     from notice_receiver old
     left join now_for u on u.notice_id = old.notice_id and u.unit_id = old.unit_id
     where old.notice_id = any($1::uuid[]) and r.notice_id = old.notice_id and r.unit_id = old.unit_id
       and (u.unit_id is null) = (r.left_at is null)
     returning 1`,
    [ids, now],
  )
  return asked.length + left.length > 0
}

/** Those that follow the structure still. */
export async function listFollowed(db: Db, organizationId: OrganizationId, now: Date): Promise<NoticeId[]> {
  const rows = await db
    .selectFrom('notice')
    .where('organization_id', '=', organizationId)
    .where('withdrawn_at', 'is', null)
    .where('deadline_at', '>', new Date(now.getTime() - FOLLOWED_DAYS * 86_400_000))
    .select('id')
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map(({ id }) => id)
}

/** Whose screens show that an answer is wanted, or did. */
export async function listReached(db: Db, ids: readonly NoticeId[]): Promise<AccountId[]> {
  const rows = await runSql<{ accountId: AccountId }>(
    db,
    `select account_id as "accountId" from notice_unit where notice_id = any($1::uuid[]) and account_id is not null
     union
     select account_id from notice_receiver where notice_id = any($1::uuid[]) and account_id is not null
     union
     select m.account_id from notice_receiver r
     join guardianship gs on gs.child_id = r.child_id and gs.until_at is null
     join membership m on m.id = gs.membership_id and m.ended_at is null
     where r.notice_id = any($1::uuid[])`,
    [ids],
  )
  return rows.map(({ accountId }) => accountId)
}

/** Who may answer for one: the account itself, or the child's guardians. */
export async function listAnswering(db: Db, noticeId: NoticeId, unitId: string): Promise<AccountId[]> {
  const rows = await db
    .selectFrom('notice_unit')
    .where('notice_id', '=', noticeId)
    .where('unit_id', '=', unitId as never)
    .where('account_id', 'is not', null)
    .select('account_id')
    .distinct()
    .execute()
  return rows.flatMap(({ account_id }) => account_id ?? [])
}

/** Who may be looking at how far it has come: whoever sent it, the office, teachers of its groups. */
export async function listFollowers(db: Db, id: NoticeId): Promise<AccountId[]> {
  const rows = await runSql<{ accountId: AccountId }>(
    db,
    `select author_id as "accountId" from notice where id = $1
     union
     select m.account_id from notice n join membership m on m.organization_id = n.organization_id
     where n.id = $1 and m.ended_at is null and (m.is_admin or m.role = 'management')
     union
     select m.account_id from notice n
     join "group" g on g.organization_id = n.organization_id and g.archived_at is null
       and (n.audience in ('all', 'parents') or g.id = any(n.group_ids))
     join teaching t on t.group_id = g.id
     join membership m on m.id = t.membership_id and m.ended_at is null
     where n.id = $1`,
    [id],
  )
  return rows.map(({ accountId }) => accountId)
}

/** Those who have not answered are reminded; how many. Where only paper comes, there is nobody to remind. */
export async function remindReceivers(tx: Tx, id: NoticeId, now: Date): Promise<number> {
  const rows = await runSql(
    tx,
    `update notice_receiver r set reminded_at = $2
     from notice n
     where n.id = $1 and r.notice_id = n.id and r.left_at is null and not exists (
       select from notice_answer a where a.notice_id = n.id and a.version = n.version and a.unit_id = r.unit_id)
       and not ${WITHOUT_APP}
     returning 1`,
    [id, now],
  )
  return rows.length
}
