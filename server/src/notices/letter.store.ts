import type { NoticeId, OrganizationId } from '@kolosok/contract'
import { sql } from 'kysely'
import { type Db, runSql, type Tx } from '#platform/db.ts'

type Wave = { readonly id: NoticeId; readonly wave: string; readonly kind: 'sent' | 'reminder'; readonly dueAt: Date }

/** To the proven addresses of those who have not answered, one statement; how many. The same wave again adds nobody. */
export async function insertLetters(tx: Tx, { id, wave, kind, dueAt }: Wave): Promise<number> {
  const rows = await runSql(
    tx,
    `insert into notice_letter (notice_id, wave, address, kind, due_at)
     select distinct n.id, $2, account.email, $3, $4::timestamptz
     from notice n
     join notice_receiver r on r.notice_id = n.id and r.left_at is null
     join notice_unit u on u.notice_id = n.id and u.unit_id = r.unit_id
     join account on account.id = u.account_id and account.email is not null
     where n.id = $1 and not lacks_consent(n.organization_id, 'letters', account.id) and not exists (
       select from notice_answer a where a.notice_id = n.id and a.version = n.version and a.unit_id = r.unit_id)
     on conflict do nothing
     returning 1`,
    [id, wave, kind, dueAt],
  )
  return rows.length
}

export type LetterRow = {
  readonly wave: string
  readonly address: string
  readonly kind: 'sent' | 'reminder'
  readonly attempts: number
}

/** The next one that is due, marked as being sent before it is: a crash can't send it twice. */
export function takeNextLetter(db: Db, id: NoticeId, now: Date): Promise<LetterRow | undefined> {
  return db
    .updateTable('notice_letter')
    .where('notice_id', '=', id)
    .where(
      sql<boolean>`(wave, address) = (
        select l.wave, l.address from notice_letter l
        where l.notice_id = ${id} and l.state = 'waiting' and l.due_at <= ${now}
        order by l.due_at, l.wave, l.address limit 1 for update)`,
    )
    .where('state', '=', 'waiting')
    .set({ state: 'sending', attempts: sql<number>`attempts + 1` })
    .returning(['wave', 'address', 'kind', 'attempts'])
    .executeTakeFirst()
}

type Settled = { readonly state: 'sent' | 'failed' } | { readonly state: 'waiting'; readonly dueAt: Date }

export async function settleLetter(
  db: Db,
  id: NoticeId,
  { wave, address }: Pick<LetterRow, 'wave' | 'address'>,
  to: Settled,
): Promise<void> {
  await db
    .updateTable('notice_letter')
    .where('notice_id', '=', id)
    .where('wave', '=', wave)
    .where('address', '=', address)
    .set({ state: to.state, ...('dueAt' in to && { due_at: to.dueAt }) })
    .execute()
}

/** One that nobody answers to is not asked for each. */
export async function postponeLetters(db: Db, id: NoticeId, dueAt: Date): Promise<void> {
  await db
    .updateTable('notice_letter')
    .where('notice_id', '=', id)
    .where('state', '=', 'waiting')
    .where('due_at', '<', dueAt)
    .set({ due_at: dueAt })
    .execute()
}

/** Left behind by a server that was killed (whether they went out, nobody knows), or not wanted any more. */
export async function failLetters(db: Db, id: NoticeId, state: 'waiting' | 'sending'): Promise<void> {
  await db
    .updateTable('notice_letter')
    .where('notice_id', '=', id)
    .where('state', '=', state)
    .set({ state: 'failed' })
    .execute()
}

/** When the next one is due; null when nothing is left. */
export async function findNextLetter(db: Db, id: NoticeId): Promise<Date | null> {
  const row = await db
    .selectFrom('notice_letter')
    .where('notice_id', '=', id)
    .where('state', '=', 'waiting')
    .select((eb) => eb.fn.min('due_at').as('dueAt'))
    .executeTakeFirst()
  return row?.dueAt ?? null
}

const count = (...states: string[]) => sql<number>`(count(*) filter (where state = any(${states})))::int`

export function countLetters(db: Db, id: NoticeId) {
  return db
    .selectFrom('notice_letter')
    .where('notice_id', '=', id)
    .select([count('sent').as('sent'), count('waiting', 'sending').as('waiting'), count('failed').as('failed')])
    .executeTakeFirstOrThrow()
}

/** What stands in a letter: nobody's child, since it may be opened by whoever has the phone. */
export function findLetterWords(db: Db, id: NoticeId) {
  return db
    .selectFrom('notice')
    .innerJoin('organization', 'organization.id', 'notice.organization_id')
    .where('notice.id', '=', id)
    .select([
      'notice.title',
      'notice.deadline_at as deadlineAt',
      'notice.withdrawn_at as withdrawnAt',
      'notice.urgency',
      'organization.name as organization',
      'organization.time_zone as timeZone',
    ])
    .executeTakeFirst()
}

/** Whether anything of this organization follows the structure. */
export async function hasFollowed(db: Db, organizationId: OrganizationId, since: Date): Promise<boolean> {
  const row = await db
    .selectFrom('notice')
    .where('organization_id', '=', organizationId)
    .where('withdrawn_at', 'is', null)
    .where('deadline_at', '>', since)
    .select('id')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** In whose name something is written on paper, who sent it, as papers name people, and where its clock hangs. */
export function findSender(db: Db, id: NoticeId) {
  return db
    .selectFrom('notice')
    .innerJoin('organization', 'organization.id', 'notice.organization_id')
    .where('notice.id', '=', id)
    .select((eb) => [
      'organization.name as organization',
      'organization.time_zone as timeZone',
      eb
        .selectFrom('membership')
        .whereRef('membership.account_id', '=', 'notice.author_id')
        .whereRef('membership.organization_id', '=', 'notice.organization_id')
        .select('full_name')
        .orderBy((one) => one('ended_at', 'is not', null))
        .orderBy((one) => one('role', 'in', ['parent', 'student']))
        .limit(1)
        .as('author'),
    ])
    .executeTakeFirstOrThrow()
}

/** Addresses are kept no longer than somebody may ask whether a letter came. */
export async function forgetLetters(db: Db, overBefore: Date): Promise<void> {
  await runSql(db, 'delete from notice_letter l using notice n where n.id = l.notice_id and n.deadline_at < $1', [
    overBefore,
  ])
}

/** What is being sent this very moment goes out. */
export async function dropWaitingLetters(tx: Tx, organizationId: OrganizationId): Promise<void> {
  await tx
    .deleteFrom('notice_letter')
    .using('notice')
    .whereRef('notice.id', '=', 'notice_letter.notice_id')
    .where('notice.organization_id', '=', organizationId)
    .where('notice_letter.state', '=', 'waiting')
    .execute()
}
