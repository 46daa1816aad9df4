import type { AccountId, CallId, ChatBinding, ChatId, GroupId, OrganizationId } from '@kolosok/contract'
import { type Db, runSql } from '#platform/db.ts'

/** All of an organization; or only what is of some groups, or somebody's own. */
export type Scope = {
  readonly organizationId: OrganizationId
  readonly own: { readonly accountId: AccountId; readonly groupIds: readonly GroupId[] } | null
}

export type ChatRow = {
  readonly id: ChatId
  readonly title: string
  readonly binding: ChatBinding
  readonly owner: string
  readonly members: number
  readonly staff: number
  readonly isOpen: boolean
  readonly lastAt: Date | null
}

type ChatsAsked = Scope & {
  readonly search: string
  readonly binding: ChatBinding | null
  readonly after: ChatId | null
  readonly limit: number
}

const TITLE = 'coalesce(g.name, c.title)'
const within = (account: string, groups: string) =>
  `(${account}::uuid is null or c.owner_id = ${account} or c.bound_group_id = any(${groups}::uuid[]))`

/**
 * First the page by the organization's own chats, then what is known of each: its members by the key, its last message
 * by the order of the chat. Nothing is counted by messages.
 */
export function listChats(db: Db, asked: ChatsAsked): Promise<ChatRow[]> {
  const { organizationId, own, search, binding, after, limit } = asked
  return runSql<ChatRow>(
    db,
    `with page as (
       select c.id, ${TITLE} as title, coalesce(c.bound_to, 'people') as binding, c.owner_id,
         c.state = 'open' and c.archived_at is null as is_open
       from chat c left join "group" g on g.id = c.bound_group_id
       where c.organization_id = $1 and c.kind = 'group'
         and ($2 = '' or strpos(replace(lower(${TITLE}), 'ё', 'е'), replace(lower($2), 'ё', 'е')) > 0)
         and ($3::text is null or coalesce(c.bound_to, 'people') = $3)
         and ${within('$6', '$7')}
         and ($4::uuid is null or (${TITLE}, c.id) > (
           select coalesce(ag.name, a.title), a.id from chat a left join "group" ag on ag.id = a.bound_group_id
           where a.id = $4 and a.organization_id = $1))
       order by title, c.id limit $5)
     select page.id, page.title, page.binding, page.is_open as "isOpen", m.members, m.staff,
       coalesce((select name from membership o where o.account_id = page.owner_id and o.organization_id = $1
         order by o.ended_at is not null limit 1), '') as owner,
       (select sent_at from message where chat_id = page.id order by seq desc limit 1) as "lastAt"
     from page
     cross join lateral (
       select count(*)::int as members, count(*) filter (where is_staff)::int as staff
       from chat_member where chat_id = page.id) m
     order by page.title, page.id`,
    [organizationId, search, binding, after, limit, own?.accountId ?? null, own?.groupIds ?? []],
  )
}

export type CallRow = {
  readonly id: CallId
  readonly chatTitle: string
  readonly startedBy: string
  readonly startedAt: Date
  readonly minutes: number | null
  readonly people: string[]
}

export type EventsAsked<Id> = Scope & {
  readonly from: string | null
  readonly until: string | null
  readonly before: Id | null
  readonly limit: number
}

export const valuesOf = <Id>({ organizationId, from, until, before, limit, own }: EventsAsked<Id>): unknown[] => [
  organizationId,
  from,
  until,
  before,
  limit,
  own?.accountId ?? null,
  own?.groupIds ?? [],
]

/** By each chat's calls in their order, never more of one than the page holds; then who was there. */
export function listCalls(db: Db, asked: EventsAsked<CallId>): Promise<CallRow[]> {
  return runSql<CallRow>(
    db,
    `with page as (
       select k.*, ${TITLE} as title
       from organization o
       join chat c on c.organization_id = o.id and c.kind = 'group'
       left join "group" g on g.id = c.bound_group_id
       cross join lateral (
         select id, started_by, started_at, ended_at from call
         where chat_id = c.id
           and started_at >= coalesce($2::date::timestamp at time zone o.time_zone, '-infinity')
           and started_at < coalesce(($3::date + 1)::timestamp at time zone o.time_zone, 'infinity')
           and ($4::uuid is null or (started_at, id) < (select started_at, id from call where id = $4))
         order by started_at desc, id desc limit $5) k
       where o.id = $1 and ${within('$6', '$7')}
       order by k.started_at desc, k.id desc limit $5)
     select page.id, page.title as "chatTitle", page.started_at as "startedAt",
       round(extract(epoch from page.ended_at - page.started_at) / 60)::int as minutes,
       coalesce((select name from membership m where m.account_id = page.started_by and m.organization_id = $1
         order by m.ended_at is not null, m.role = 'parent' limit 1), '') as "startedBy",
       array(
         select name from (
           select distinct on (v.account_id) m.name from call_visit v
           join membership m on m.account_id = v.account_id and m.organization_id = $1
           where v.call_id = page.id order by v.account_id, m.ended_at is not null, m.role = 'parent') was
         order by name) as people
     from page
     order by page.started_at desc, page.id desc`,
    valuesOf(asked),
  )
}
