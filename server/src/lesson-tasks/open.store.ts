import type { AccountId, ChildId, MeetingId, OrganizationId } from '@kolosok/contract'
import { type Db, runSql } from '#platform/db.ts'

type Here = { readonly organizationId: OrganizationId }
export type ToDo = Here & {
  readonly meetingId: MeetingId
  readonly title: string
  readonly childId: ChildId
  readonly child: string
  readonly dueDay: string | null
  readonly isReturned: boolean
}
export type ToCheck = Here & { readonly meetingId: MeetingId; readonly title: string; readonly works: number }

/** What was given to own children since then and is not handed in, or came back; what is due first comes first. */
export const listToDo = (db: Db, reader: AccountId, since: Date): Promise<ToDo[]> =>
  runSql<ToDo>(
    db,
    `select distinct m.organization_id as "organizationId", m.id as "meetingId", m.title, c.id as "childId",
       c.name as child, t.due_day::text as "dueDay", coalesce(w.state = 'returned', false) as "isReturned"
     from membership ms
     join guardianship gs on gs.membership_id = ms.id and gs.until_at is null and not gs.is_limited
     join child c on c.id = gs.child_id
     join group_child gc on gc.child_id = c.id and gc.until_at is null
     join "group" g on g.id = gc.group_id and g.archived_at is null
     join meeting m on m.organization_id = ms.organization_id and g.id = any(m.group_ids)
       and m.programme is not null and m.cancelled_at is null
     join lesson_task t on t.meeting_id = m.id and t.set_at > $2
     left join lesson_work w on w.meeting_id = m.id and w.child_id = c.id
     where ms.account_id = $1 and ms.ended_at is null and coalesce(w.state, 'returned') = 'returned'
     order by "dueDay" nulls last, m.title, child`,
    [reader, since],
  )

/** Works that nobody has looked at, of the lessons that this confirmed teacher holds, or whose groups they teach. */
export const listToCheck = (db: Db, reader: AccountId): Promise<ToCheck[]> =>
  runSql<ToCheck>(
    db,
    `select m.organization_id as "organizationId", m.id as "meetingId", m.title, count(*)::int as works
     from (
       select distinct m.id from membership ms
       join meeting m on m.organization_id = ms.organization_id and m.programme is not null and m.cancelled_at is null
         and (m.organizer_id = $1 or exists (
           select from teaching t where t.membership_id = ms.id and t.group_id = any(m.group_ids)))
       where ms.account_id = $1 and ms.role in ('teacher', 'management') and ms.ended_at is null
         and ms.confirmed_at is not null) own
     join meeting m on m.id = own.id
     join lesson_work w on w.meeting_id = m.id and w.state = 'handed'
     group by m.id order by m.starts_at desc, m.id`,
    [reader],
  )
