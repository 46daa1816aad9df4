import type {
  AccountId,
  AudienceKind,
  BroadcastId,
  BroadcastState,
  GroupId,
  OrganizationId,
  PostId,
  WebinarId,
} from '@kolosok/contract'
import { type InOrganization, isClosedIn, type OrganizationRole } from '#organizations/index.ts'
import { type Db, runSql, type Tx } from '#platform/db.ts'

export type BroadcastRow = InOrganization & {
  readonly id: BroadcastId
  readonly organizationId: OrganizationId | null
  readonly webinarId: WebinarId | null
  readonly hostId: AccountId
  readonly host: string
  readonly title: string
  readonly about: string
  readonly audience: AudienceKind
  readonly groupIds: GroupId[]
  readonly takesQuestions: boolean
  readonly hasChat: boolean
  readonly state: BroadcastState
  readonly rev: number
  readonly plannedAt: Date
  readonly startedAt: Date | null
  readonly endedAt: Date | null
  readonly postId: PostId | null
  readonly peak: number
  /** Of whoever reads. */
  readonly isOperator: boolean
  readonly roles: OrganizationRole[]
  readonly mayTeachers: boolean
  readonly taught: number
  readonly isViewer: boolean
  readonly stage: 'invited' | 'on' | null
  readonly isHandUp: boolean
  readonly isMuted: boolean
  readonly viewers: number
  readonly watched: number
  readonly isRecorded: boolean
  readonly recordings: number
}

/** As $1 meets it. People as they are called now, whoever has left as they were called last. */
export const BROADCASTS = `
  select b.id, b.organization_id as "organizationId", b.webinar_id as "webinarId", b.host_id as "hostId", b.title, b.about, b.audience,
    b.group_ids as "groupIds", b.takes_questions as "takesQuestions", b.has_chat as "hasChat", b.state, b.rev, b.planned_at as "plannedAt",
    b.started_at as "startedAt", b.ended_at as "endedAt", b.post_id as "postId", b.peak,
    coalesce((select w.speaker from webinar w where w.id = b.webinar_id), (
      select m.name from membership m
      where m.account_id = b.host_id and m.organization_id = b.organization_id
      order by m.ended_at is not null, m.role in ('parent', 'student') limit 1), '') as host,
    exists (select from operator o where o.account_id = $1) as "isOperator",
    organization_roles(b.organization_id, $1) as roles,
    coalesce((select o.may_teachers_broadcast from organization o where o.id = b.organization_id), false)
      as "mayTeachers",
    ${isClosedIn('b.organization_id')} as "isOrganizationClosed",
    (select count(distinct t.group_id)::int from membership m
      join teaching t on t.membership_id = m.id
      where m.account_id = $1 and m.organization_id = b.organization_id and m.ended_at is null
        and m.confirmed_at is not null and t.group_id = any(b.group_ids)) as taught,
    exists (select from broadcast_viewer v where v.broadcast_id = b.id and v.account_id = $1) as "isViewer",
    own.stage, own.hand_at is not null as "isHandUp", own.muted_at is not null as "isMuted", seen.viewers, seen.watched,
    exists (select from recording r where r.room = b.id and r.state = 'recording') as "isRecorded",
    (select count(*)::int from recording r where r.room = b.id and r.state in ('finishing', 'ready')) as recordings
  from broadcast b
  left join broadcast_person own on own.broadcast_id = b.id and own.account_id = $1
  cross join lateral (
    select
      count(distinct v.account_id) filter (where v.left_at is null and p.stage is distinct from 'on')::int as viewers,
      count(distinct v.account_id) filter (where p.spoke_at is null)::int as watched
    from broadcast_visit v
    left join broadcast_person p on p.broadcast_id = v.broadcast_id and p.account_id = v.account_id
    where v.broadcast_id = b.id) seen`

export async function findBroadcast(db: Db, id: BroadcastId, reader: AccountId): Promise<BroadcastRow | undefined> {
  const [row] = await runSql<BroadcastRow>(db, `${BROADCASTS} where b.id = $2`, [reader, id])
  return row
}

/** `share`: hundreds come at once, but none to one that is just being ended. */
export async function lockBroadcast(tx: Tx, id: BroadcastId, how: 'update' | 'share' = 'update'): Promise<void> {
  await runSql(tx, `select id from broadcast where id = $1 for ${how}`, [id])
}

/** Whose screens show something of it: those it is for, and those who look after it. */
export async function listConcerned(db: Db, id: BroadcastId): Promise<AccountId[]> {
  const rows = await runSql<{ accountId: AccountId }>(
    db,
    `select account_id as "accountId" from broadcast_viewer where broadcast_id = $1
     union
     select m.account_id from broadcast b join membership m on m.organization_id = b.organization_id
     where b.id = $1 and m.ended_at is null and (m.is_admin or m.role = 'management' or m.account_id = b.host_id)
     union
     select o.account_id from broadcast b cross join operator o where b.id = $1 and b.webinar_id is not null`,
    [id],
  )
  return rows.map(({ accountId }) => accountId)
}

type Near = {
  readonly organizationId: OrganizationId | null
  readonly id: BroadcastId
  readonly title: string
  readonly state: 'planned' | 'live'
  readonly plannedAt: Date
}

/** What is on, or begins before `until`, for this account: by its organizations and its seats, a few look-ups each. */
export function listNear(db: Db, accountId: AccountId, { from, until }: { from: Date; until: Date }): Promise<Near[]> {
  return runSql<Near>(
    db,
    `select b.organization_id as "organizationId", b.id, b.title, b.state, b.planned_at as "plannedAt"
     from (select distinct organization_id from membership where account_id = $1 and ended_at is null) o
     join broadcast b on b.organization_id = o.organization_id and b.state in ('planned', 'live')
     where (b.state = 'live' or b.planned_at between $2 and $3)
       and (b.host_id = $1 or exists (
         select from broadcast_viewer v where v.broadcast_id = b.id and v.account_id = $1))
     union all
     select null, b.id, b.title, b.state, b.planned_at
     from webinar_registration r
     join broadcast b on b.webinar_id = r.webinar_id and b.state in ('planned', 'live')
     where r.account_id = $1 and r.state = 'registered' and (b.state = 'live' or b.planned_at between $2 and $3)
       and exists (select from broadcast_viewer v where v.broadcast_id = b.id and v.account_id = $1)
     order by 4, 5`,
    [accountId, from, until],
  )
}

export type Permission = { readonly mayTeachers: boolean; readonly groups: { id: GroupId; name: string }[] }

/** Whether teachers may here, and which groups this one teaches. */
export async function findPermission(
  db: Db,
  organizationId: OrganizationId,
  accountId: AccountId,
): Promise<Permission> {
  const [row] = await runSql<Permission>(
    db,
    `select o.may_teachers_broadcast as "mayTeachers", coalesce((
       select jsonb_agg(jsonb_build_object('id', g.id, 'name', g.name) order by g.place, g.name)
       from "group" g
       where g.archived_at is null and g.id in (
         select t.group_id from membership m join teaching t on t.membership_id = m.id
         where m.account_id = $2 and m.organization_id = o.id and m.ended_at is null
           and m.confirmed_at is not null)), '[]') as groups
     from organization o where o.id = $1`,
    [organizationId, accountId],
  )
  return row ?? { mayTeachers: false, groups: [] }
}
