import type { AccountId, OrganizationId, TicketDesk, TicketId, TicketState } from '@kolosok/contract'
import type { InOrganization } from '#organizations/index.ts'
import { type Db, runSql, type Tx } from '#platform/db.ts'

export type TicketRow = InOrganization & {
  readonly id: TicketId
  readonly number: number
  readonly askerId: AccountId | null
  readonly tag: string
  readonly askerName: string
  readonly askerLabel: string
  readonly email: string
  readonly organizationId: OrganizationId | null
  readonly organizationName: string
  readonly desk: TicketDesk
  readonly state: TicketState
  readonly subject: string
  readonly page: string
  readonly holderId: AccountId | null
  readonly holderName: string
  readonly lastSeq: number
  readonly shownSeq: number
  readonly toldSeq: number
  readonly readSeq: number
  readonly createdAt: Date
  readonly changedAt: Date
  readonly organizationAt: Date | null
  readonly platformAt: Date | null
  readonly platformAnsweredAt: Date | null
  readonly stars: number | null
  readonly ratingWord: string
}

/** Whoever does not work at the desk any more holds nothing of it: nobody has to hand it over. */
export const HOLDER = `
  left join lateral (
    select t.assignee_id as id where t.assignee_id is not null and case t.desk
      when 'platform' then exists (select from operator o where o.account_id = t.assignee_id)
      else exists (
        select from membership m where m.account_id = t.assignee_id and m.organization_id = t.organization_id
          and m.is_admin and m.ended_at is null) end
  ) holder on true`

/** As the organization knows them; where it does not, as they call themselves. */
export const nameOf = (account: string, organization: string) => `coalesce(
  (select known.name from person known where known.account_id = ${account} and known.organization_id = ${organization}
    order by known.role in ('parent', 'student') limit 1),
  (select nullif(btrim(bare.given_name || ' ' || bare.family_name), '') from account bare where bare.id = ${account}),
  '')`

export const TICKETS = `
  select t.id, t.number, t.asker_id as "askerId", t.tag, t.email, t.organization_id as "organizationId",
    coalesce(o.short_name, '') as "organizationName",
    o.closed_at is not null and t.desk = 'organization' as "isOrganizationClosed", t.desk, t.state, t.subject, t.page,
    holder.id as "holderId", ${nameOf('holder.id', 't.organization_id')} as "holderName",
    coalesce(nullif(${nameOf('t.asker_id', 't.organization_id')}, ''), t.asker_name) as "askerName",
    coalesce((select p.label from person p where p.account_id = t.asker_id and p.organization_id = t.organization_id
      order by p.role in ('parent', 'student') limit 1), '') as "askerLabel",
    t.last_seq as "lastSeq", t.shown_seq as "shownSeq", t.told_seq as "toldSeq", t.read_seq as "readSeq",
    t.created_at as "createdAt", t.changed_at as "changedAt",
    t.organization_at as "organizationAt", t.platform_at as "platformAt",
    t.platform_answered_at as "platformAnsweredAt", t.stars, t.rating_word as "ratingWord"
  from ticket t left join organization o on o.id = t.organization_id ${HOLDER}`

export async function findTicket(db: Db, id: TicketId): Promise<TicketRow | undefined> {
  const [row] = await runSql<TicketRow>(db, `${TICKETS} where t.id = $1`, [id])
  return row
}

/** One after another: what is said and done comes in one order, and only one takes it. */
export async function lockTicket(tx: Tx, id: TicketId): Promise<void> {
  await tx.selectFrom('ticket').where('id', '=', id).select('id').forUpdate().execute()
}

type NewTicket = {
  readonly id: TicketId
  readonly askerId: AccountId | null
  /** Of somebody without an account. */
  readonly askerName?: string
  readonly organizationId: OrganizationId | null
  readonly desk: TicketDesk
  readonly subject: string
  readonly email: string
  readonly page: string
  readonly now: Date
}

/** False where the id is taken. */
export async function insertTicket(tx: Tx, ticket: NewTicket): Promise<boolean> {
  const { id, askerId, askerName = '', organizationId, desk, subject, email, page, now } = ticket
  const made = await tx
    .insertInto('ticket')
    .values({
      id,
      asker_id: askerId,
      asker_name: askerName,
      organization_id: organizationId,
      desk,
      subject,
      email,
      page,
      created_at: now,
      changed_at: now,
      [desk === 'organization' ? 'organization_at' : 'platform_at']: now,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows !== 1n) return false
  if (askerId === null) return true
  await runSql(tx, `update ticket t set asker_name = ${nameOf('t.asker_id', 't.organization_id')} where t.id = $1`, [
    id,
  ])
  return true
}

type Change = {
  readonly state?: TicketState
  readonly assigneeId?: AccountId | null
  readonly desk?: TicketDesk
  /** Nothing the asker would notice: it keeps its place in the lists. */
  readonly isSilent?: boolean
  readonly now: Date
}

/** Under the ticket's lock. Settled ones remember since when, for the figures. */
export async function updateTicket(tx: Tx, id: TicketId, change: Change): Promise<void> {
  const { state, assigneeId, desk, isSilent = false, now } = change
  await tx
    .updateTable('ticket')
    .where('id', '=', id)
    .set((eb) => ({
      ...(!isSilent && { changed_at: now }),
      ...(state && { state, solved_at: state === 'solved' ? now : null }),
      ...(assigneeId !== undefined && { assignee_id: assigneeId }),
      ...(desk && { desk }),
      ...(desk === 'platform' && { platform_at: eb.fn.coalesce('platform_at', eb.val(now)) }),
    }))
    .execute()
}

export async function updateAnswered(tx: Tx, id: TicketId, now: Date): Promise<void> {
  await tx
    .updateTable('ticket')
    .where('id', '=', id)
    .where('platform_answered_at', 'is', null)
    .set({ platform_answered_at: now })
    .execute()
}

export async function updateRating(tx: Tx, id: TicketId, stars: number, word: string): Promise<void> {
  await tx.updateTable('ticket').where('id', '=', id).set({ stars, rating_word: word }).execute()
}

/** Reading only goes forward, and never past what there is. Whether it did. */
export async function updateRead(db: Db, id: TicketId, seq: number): Promise<boolean> {
  const moved = await runSql<{ id: TicketId }>(
    db,
    'update ticket set read_seq = least($2, shown_seq) where id = $1 and read_seq < least($2, shown_seq) returning id',
    [id, seq],
  )
  return moved.length > 0
}

export async function countOpen(db: Db, askerId: AccountId): Promise<number> {
  const { count } = await db
    .selectFrom('ticket')
    .where('asker_id', '=', askerId)
    .where('state', '<>', 'solved')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

export async function findByTag(db: Db, tag: string): Promise<TicketId | undefined> {
  const row = await db.selectFrom('ticket').where('tag', '=', tag).select('id').executeTakeFirst()
  return row?.id
}
