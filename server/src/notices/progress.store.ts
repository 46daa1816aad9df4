import type { AccountId, GroupId, NoticeAnswer, NoticeId, NoticeUnitId } from '@kolosok/contract'
import { type Db, runSql } from '#platform/db.ts'
import { ANSWER } from './store.ts'

/** Which receivers of it are meant: all, or those of some groups. */
export type Scoped = { readonly id: NoticeId; readonly scope: readonly GroupId[] | null }

const IN_SCOPE = `(s.scope is null or exists (
  select from notice_receiver_group rg where rg.notice_id = r.notice_id and rg.unit_id = r.unit_id
    and rg.group_id = any(s.scope)))`

/** Nobody of the family is here: for a child, of whose guardians none may answer. */
export const WITHOUT_APP = `(r.child_id is not null and not exists (
  select from guardianship gs join membership m on m.id = gs.membership_id
  where gs.child_id = r.child_id and gs.until_at is null and not gs.is_limited and m.ended_at is null))`

type Counted = {
  readonly id: NoticeId
  readonly choice: number | null
  readonly count: number
  readonly withoutApp: number
}

/** How many of those it is for chose what (null: nothing yet), and to how many families only paper comes. */
export function countAnswers(db: Db, notices: readonly Scoped[]): Promise<Counted[]> {
  return runSql<Counted>(
    db,
    `select n.id, a.choice, count(*)::int as count, count(*) filter (where ${WITHOUT_APP})::int as "withoutApp"
     from jsonb_to_recordset($1::jsonb) as s(id uuid, scope uuid[])
     join notice n on n.id = s.id
     join notice_receiver r on r.notice_id = n.id and r.left_at is null
     left join notice_answer a on a.notice_id = n.id and a.version = n.version and a.unit_id = r.unit_id
     where ${IN_SCOPE}
     group by n.id, a.choice`,
    [JSON.stringify(notices)],
  )
}

type OfGroup = {
  readonly id: GroupId
  readonly name: string
  readonly asked: number
  readonly answered: number
  readonly withoutApp: number
}

/** By group; whoever is in two counts in both. */
export function countByGroup(db: Db, { id, scope }: Scoped): Promise<OfGroup[]> {
  return runSql<OfGroup>(
    db,
    `with placed as materialized (
       select distinct unit_id, group_id from notice_receiver_group where notice_id = $1),
     receiver as materialized (
       select r.unit_id, a.unit_id as answered, a.unit_id is null and ${WITHOUT_APP} as is_for_paper
       from notice n
       join notice_receiver r on r.notice_id = n.id and r.left_at is null
       left join notice_answer a on a.notice_id = n.id and a.version = n.version and a.unit_id = r.unit_id
       where n.id = $1)
     select g.id, g.name, count(*)::int as asked, count(answered)::int as answered,
       count(*) filter (where is_for_paper)::int as "withoutApp"
     from placed join receiver using (unit_id) join "group" g on g.id = placed.group_id
     where $2::uuid[] is null or g.id = any($2)
     group by g.id order by g.kind <> 'staff', g.place, g.name`,
    [id, scope],
  )
}

export type ReceiverRow = {
  readonly id: NoticeUnitId
  readonly name: string
  readonly label: string
  readonly groups: string[]
  readonly isChild: boolean
  readonly isWithoutApp: boolean
  readonly leftAt: Date | null
  readonly remindedAt: Date | null
  readonly answer: NoticeAnswer | null
}

export type ReceiverFilter = {
  readonly state?: 'waiting' | 'answered' | 'without-app' | 'left' | undefined
  readonly groupId?: GroupId | undefined
  readonly after?: NoticeUnitId | undefined
  /** Null: all of them, for paper. */
  readonly limit: number | null
}

/** Whom it was sent to, by name, as $1 may see them. Whoever has left keeps the name they had. */
export function listReceivers(
  db: Db,
  reader: AccountId,
  { id, scope }: Scoped,
  { state, groupId, after, limit }: ReceiverFilter,
): Promise<ReceiverRow[]> {
  return runSql<ReceiverRow>(
    db,
    `with receiver as (
       select r.notice_id, r.unit_id as id, coalesce(c.name, p.full_name, '?') as name,
         p.membership_id, c.id as child_id,
         c.id is not null as "isChild", ${WITHOUT_APP} as "isWithoutApp",
         r.left_at as "leftAt", r.reminded_at as "remindedAt", ${ANSWER} as answer
       from jsonb_to_record($2::jsonb) as s(id uuid, scope uuid[], "group" uuid)
       join notice n on n.id = s.id
       join notice_receiver r on r.notice_id = n.id
       left join child c on c.id = r.child_id
       left join lateral (
         select m.full_name, m.id as membership_id from membership m
         where m.account_id = r.account_id and m.organization_id = n.organization_id
         order by m.ended_at is not null, m.role in ('parent', 'student') limit 1) p on true
       left join notice_answer a on a.notice_id = n.id and a.version = n.version and a.unit_id = r.unit_id
       where ${IN_SCOPE} and (s."group" is null or exists (
         select from notice_receiver_group rg
         where rg.notice_id = r.notice_id and rg.unit_id = r.unit_id and rg.group_id = s."group"))),
     page as (
       select * from receiver
       where case $3::text
           when 'left' then "leftAt" is not null
           when 'waiting' then "leftAt" is null and answer is null
           when 'answered' then "leftAt" is null and answer is not null
           when 'without-app' then "leftAt" is null and answer is null and "isWithoutApp"
           else true end
         and ($4::uuid is null or (name, id) > (select name, id from receiver where id = $4))
       order by name, id limit $5)
     select id, name, "isChild", "isWithoutApp", "leftAt", "remindedAt", answer,
       coalesce(case when child_id is null then (select label from person where person.membership_id = page.membership_id)
         else (
           select string_agg(distinct coalesce(nullif(gs.label, ''), m.name), ', ')
           from guardianship gs join membership m on m.id = gs.membership_id
           where gs.child_id = page.child_id and gs.until_at is null and not gs.is_limited and m.ended_at is null) end,
         '') as label,
       array(select distinct g.name from notice_receiver_group rg join "group" g on g.id = rg.group_id
         where rg.notice_id = page.notice_id and rg.unit_id = page.id order by 1) as groups
     from page order by name, id`,
    [reader, JSON.stringify({ id, scope, group: groupId ?? null }), state ?? null, after ?? null, limit],
  )
}
