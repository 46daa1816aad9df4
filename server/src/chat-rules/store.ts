import {
  type AccountId,
  type BoundChat,
  type ChatId,
  type GroupId,
  type OrganizationId,
  type Person,
  PREVIEWED,
  type RulePart,
} from '@kolosok/contract'
import { type Db, runSql, type Tx } from '#platform/db.ts'

/** One part as its row: what it does not narrow down is empty. */
export const partRow = (part: RulePart) => ({
  kind: part.kind,
  positions: part.kind === 'teachers' ? part.positions : [],
  groupIds: 'groupIds' in part ? part.groupIds : [],
})

const LIST = `
  select c.id, coalesce(g.name, c.title) as title, c.bound_to as "boundTo", c.bound_group_id as "groupId", c.standard,
    c.state, members.*,
    array(
      select jsonb_build_object('kind', p.kind)
        || case when p.kind = 'teachers' then jsonb_build_object('positions', p.positions) else '{}' end
        || case when p.kind in ('teachers', 'parents', 'committee')
          then jsonb_build_object('groupIds', p.group_ids) else '{}' end
      from chat_rule_part p where p.chat_id = c.id order by p.place) as parts
  from chat c
  left join "group" g on g.id = c.bound_group_id
  left join lateral (
    select count(*)::int as "memberCount", coalesce(bool_or(account_id = $1), false) as "isIn"
    from chat_member where chat_id = c.id) members on true
  where c.organization_id = $2 and c.bound_to is not null
    and not exists (select from meeting m where m.chat_id = c.id) and ($3::uuid is null or c.id = $3)
    and (g.id is null or g.archived_at is null)
  order by c.state = 'read-only', c.bound_to = 'group', c.bound_to <> 'staff', c.standard nulls last, g.place, title, c.id`

/** Every chat that follows the structure, whoever may read it. */
export async function listBoundChats(
  db: Db,
  reader: AccountId,
  { organizationId, only = null }: { organizationId: OrganizationId; only?: ChatId | null },
): Promise<BoundChat[]> {
  return runSql(db, LIST, [reader, organizationId, only])
}

export async function listGroupsForRules(
  db: Db,
  organizationId: OrganizationId,
): Promise<{ id: GroupId; name: string }[]> {
  return db
    .selectFrom('group')
    .where('organization_id', '=', organizationId)
    .where('kind', '<>', 'staff')
    .where('archived_at', 'is', null)
    .select(['id', 'name'])
    .orderBy('place')
    .orderBy('name')
    .execute()
}

const POSITIONS = `
  select (array_agg(btrim(position) order by created_at))[1] as position
  from membership
  where organization_id = $1 and role in ('management', 'teacher') and ended_at is null and btrim(position) <> ''
  group by position_key(position) order by count(*) desc, 1 limit 100`

export async function listPositions(db: Db, organizationId: OrganizationId): Promise<string[]> {
  return (await runSql<{ position: string }>(db, POSITIONS, [organizationId])).map(({ position }) => position)
}

const PREVIEW = `
  with fitting as (
    select distinct on (r.account_id) r.account_id, r.membership_id, r.side
    from jsonb_to_recordset($2::jsonb) as part (kind text, positions text[], "groupIds" uuid[])
    cross join lateral chat_rule_members($1, part.kind, part.positions, part."groupIds") r
    order by r.account_id, r.side = 'staff' desc, r.membership_id
  ), counted as (select count(*)::int as count from fitting)
  select (select count from counted) as count, (
    select coalesce(jsonb_agg(shown.person), '[]') from (
      select jsonb_build_object('accountId', p.account_id, 'membershipId', p.membership_id, 'role', p.role,
        'name', p.name, 'label', p.label, 'isConfirmed', p.is_confirmed) as person
      from fitting f join person p on p.membership_id = f.membership_id
      order by f.side = 'staff' desc, p.name, p.membership_id limit $3) shown) as people`

export async function previewMembers(
  db: Db,
  organizationId: OrganizationId,
  parts: readonly RulePart[],
): Promise<{ count: number; people: Person[] }> {
  const rows = JSON.stringify(parts.map(partRow))
  const [answer] = await runSql<{ count: number; people: Person[] }>(db, PREVIEW, [organizationId, rows, PREVIEWED])
  return answer ?? { count: 0, people: [] }
}

export type FoundChat = { readonly organizationId: OrganizationId | null; readonly boundTo: string | null } & Pick<
  BoundChat,
  'title' | 'state'
>

/** Undefined when there is no such chat, anywhere; who is in a meeting's is the meeting's business. */
export async function findBoundChat(db: Db, id: ChatId): Promise<FoundChat | undefined> {
  return db
    .selectFrom('chat')
    .where('id', '=', id)
    .where((eb) =>
      eb.not(eb.exists(eb.selectFrom('meeting').whereRef('meeting.chat_id', '=', 'chat.id').select('meeting.id'))),
    )
    .select(['organization_id as organizationId', 'bound_to as boundTo', 'title', 'state'])
    .executeTakeFirst()
}

type New = { readonly id: ChatId; readonly organizationId: OrganizationId; readonly title: string }

/** False when the id is taken. */
export async function insertRuleChat(
  tx: Tx,
  { id, organizationId, title, newcomersSee }: New & { newcomersSee: 'all' | 'from-joining' },
): Promise<boolean> {
  const made = await tx
    .insertInto('chat')
    .values({
      id,
      organization_id: organizationId,
      kind: 'group',
      bound_to: 'rule',
      title,
      newcomers_see: newcomersSee,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

const INSERT_PARTS = `
  insert into chat_rule_part (chat_id, place, kind, positions, group_ids)
  select $1, place, kind, positions, "groupIds"
  from jsonb_to_recordset($2) as part (place int, kind text, positions text[], "groupIds" uuid[])`

export async function replaceParts(tx: Tx, chatId: ChatId, parts: readonly RulePart[]): Promise<void> {
  await tx.deleteFrom('chat_rule_part').where('chat_id', '=', chatId).execute()
  const rows = parts.map((part, place) => ({ ...partRow(part), place }))
  await runSql(tx, INSERT_PARTS, [chatId, JSON.stringify(rows)])
}

const CLOSE_PAST = `
  update chat set newcomers_see = 'from-joining'
  where id = $1 and newcomers_see = 'all' and not exists (
    select from chat_rule_part p where p.chat_id = chat.id and p.kind in ('parents', 'committee'))
  returning id`

/** Where no families were meant so far: false once they were, whatever was chosen since. */
export async function closePast(tx: Tx, chatId: ChatId): Promise<boolean> {
  return (await runSql(tx, CLOSE_PAST, [chatId])).length > 0
}

export async function updateTitle(tx: Tx, chatId: ChatId, title: string): Promise<void> {
  await tx.updateTable('chat').where('id', '=', chatId).set({ title }).execute()
}

export async function updateState(tx: Tx, chatId: ChatId, state: 'open' | 'read-only'): Promise<void> {
  await tx.updateTable('chat').where('id', '=', chatId).set({ state }).execute()
}
