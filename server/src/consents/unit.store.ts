import type {
  AccountId,
  ConsentDecision,
  ConsentPurposeId,
  ConsentUnitId,
  GroupId,
  OwnConsent,
} from '@kolosok/contract'
import { type Db, runSql } from '#platform/db.ts'
import type { UnitStanding } from './policy.ts'

/** People as they are called now, whoever has left as they were called last. */
const NAME = `coalesce((
  select m.name from membership m where m.account_id = d.decided_by and m.organization_id = p.organization_id
  order by m.ended_at is not null, m.role in ('parent', 'student') limit 1), '')`

/** As $1 meets it. */
export const DECISION = `case when d.id is null then null else jsonb_build_object(
  'id', d.id, 'kind', d.kind, 'version', d.version, 'by', coalesce(nullif(d.signed_by, ''), ${NAME}),
  'isOwn', d.decided_by = $1 and d.signed_by = '', 'isOnPaper', d.signed_by <> '',
  'at', to_char(d.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) end`

type Asked = { readonly purposeId: ConsentPurposeId; readonly unitId: ConsentUnitId }

/** `scope`: the groups that the reader follows; null: all of them; empty: none. */
export async function findStanding(
  db: Db,
  { purposeId, unitId }: Asked,
  reader: AccountId,
  scope: readonly GroupId[] | null,
): Promise<{ standing: UnitStanding; isChild: boolean }> {
  const rows = await runSql<{ isOwn: boolean; isFollowed: boolean; isChild: boolean }>(
    db,
    `select bool_or(u.account_id = $3) is true as "isOwn", u.child_id is not null as "isChild",
       $4::uuid[] is null or exists (
         select from group_child gc
         where gc.child_id = u.child_id and gc.until_at is null and gc.group_id = any($4)) as "isFollowed"
     from consent_unit u where u.purpose_id = $1 and u.unit_id = $2 group by u.child_id`,
    [purposeId, unitId, reader, scope],
  )
  const [row] = rows
  if (!row) return { standing: 'other', isChild: false }
  return { standing: row.isOwn ? 'own' : row.isFollowed ? 'followed' : 'other', isChild: row.isChild }
}

const OWN = `
  from (select distinct purpose_id, unit_id, child_id from consent_unit where account_id = $1) u
  join consent_purpose p on p.id = u.purpose_id and p.closed_at is null
  join consent_text t on t.purpose_id = p.id and t.version = p.version
  join organization o on o.id = p.organization_id
  left join child c on c.id = u.child_id
  left join consent_decision d on d.purpose_id = p.id and d.unit_id = u.unit_id and d.replaced_at is null`

export const listOwn = (db: Db, reader: AccountId): Promise<OwnConsent[]> =>
  runSql<OwnConsent>(
    db,
    `select p.id as "purposeId", u.unit_id as "unitId", p.organization_id as "organizationId",
       o.short_name as organization, p.template, t.title, t.text, p.version, c.name as child, ${DECISION} as decision,
       o.closed_at is null as "mayGive"
     ${OWN}
     order by d.version is not distinct from p.version, o.short_name, o.id, p.created_at, p.id, c.name, u.unit_id`,
    [reader],
  )

/** What is not decided in today's wording, by organization. */
export const countWaitingConsents = (db: Db, reader: AccountId) =>
  runSql<{ organizationId: OwnConsent['organizationId']; count: number }>(
    db,
    `select p.organization_id as "organizationId", count(*)::int as count ${OWN}
     where d.version is distinct from p.version group by p.organization_id`,
    [reader],
  )

export type UnitRow = {
  readonly id: ConsentUnitId
  readonly name: string
  readonly label: string
  readonly groups: string[]
  readonly isChild: boolean
  readonly decision: ConsentDecision | null
  readonly isOutdated: boolean
  readonly scan: { fileId: never; name: string } | null
}

export type UnitFilter = {
  readonly purposeId: ConsentPurposeId
  readonly scope: readonly GroupId[] | null
  readonly state?: 'waiting' | 'given' | 'refused' | undefined
  readonly groupId?: GroupId | undefined
  readonly after?: ConsentUnitId | undefined
  /** Null: all of them, for paper. */
  readonly limit: number | null
}

const IN_GROUPS = (groups: string) => `exists (
  select from group_child gc where gc.child_id = u.child_id and gc.until_at is null and gc.group_id = any(${groups}))
  or exists (select from group_member gm where gm.account_id = u.account_id and u.child_id is null
    and gm.group_id = any(${groups}))`

const UNITS = `
  with unit as (
    select distinct on (u.unit_id) u.unit_id as id, u.child_id, p.organization_id, coalesce(c.name, m.full_name, '?') as name,
      m.id as membership_id, ${DECISION} as decision, d.version is distinct from p.version and d.id is not null as "isOutdated",
      case when f.id is null then null else jsonb_build_object('fileId', f.id, 'name', f.name) end as scan,
      case when d.version is distinct from p.version then 'waiting' when d.kind = 'given' then 'given' else 'refused' end as state
    from consent_purpose p
    join consent_unit u on u.purpose_id = p.id
    left join child c on c.id = u.child_id
    left join membership m on u.child_id is null and m.account_id = u.account_id
      and m.organization_id = p.organization_id and m.ended_at is null
    left join consent_decision d on d.purpose_id = p.id and d.unit_id = u.unit_id and d.replaced_at is null
    left join file f on f.id = d.file_id
    where p.id = $2 and ($3::uuid[] is null or ${IN_GROUPS('$3')})
      and ($5::uuid is null or ${IN_GROUPS('array[$5::uuid]')})
    order by u.unit_id, m.role in ('parent', 'student')),
  page as (
    select * from unit where ($4::text is null or state = $4)
      and ($6::uuid is null or (name, id) > (select name, id from unit where id = $6))
    order by name, id limit $7)
  select id, name, child_id is not null as "isChild", decision, "isOutdated", scan,
    coalesce(case when child_id is null then (select label from person where person.membership_id = page.membership_id)
      else (
        select string_agg(distinct coalesce(nullif(gs.label, ''), m.name), ', ')
        from guardianship gs join membership m on m.id = gs.membership_id
        where gs.child_id = page.child_id and gs.until_at is null and not gs.is_limited and m.ended_at is null) end,
      '') as label,
    array(
      select distinct g.name from "group" g
      where g.organization_id = page.organization_id and g.archived_at is null and (
        exists (select from group_child gc where gc.group_id = g.id and gc.child_id = page.child_id and gc.until_at is null)
        or exists (select from group_member gm where gm.group_id = g.id and gm.membership_id = page.membership_id))
      order by 1) as groups
  from page order by name, id`

/** Those it asks now, by name; what somebody who has left decided stays in the table. */
export function listUnits(db: Db, reader: AccountId, filter: UnitFilter): Promise<UnitRow[]> {
  const { purposeId, scope, state, groupId, after, limit } = filter
  const values = [reader, purposeId, scope, state ?? null, groupId ?? null, after ?? null, limit]
  return runSql<UnitRow>(db, UNITS, values)
}

/** Everybody who decides on this one: the other guardian sees it, too. */
export async function listDeciding(db: Db, { purposeId, unitId }: Asked): Promise<AccountId[]> {
  const rows = await runSql<{ id: AccountId }>(
    db,
    `select distinct account_id as id from consent_unit
     where purpose_id = $1 and unit_id = $2 and account_id is not null`,
    [purposeId, unitId],
  )
  return rows.map(({ id }) => id)
}
