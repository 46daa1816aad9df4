import type { GroupId } from '@kolosok/contract'
import type { Db } from '#platform/db.ts'

type Span = { readonly from: Date; readonly until: Date }

/** The figures of one group anew: whole tables are read, and counted in memory by what the definitions say. */
export async function recountGroup(db: Db, groupId: GroupId, { from, until }: Span): Promise<Record<string, number>> {
  const within = (at: Date | null) => at !== null && at >= from && at < until
  const isThere = (since: Date, ended: Date | null) => since < until && (ended === null || ended >= until)
  const minutesOf = (rows: readonly { started_at: Date | null; ended_at: Date | null }[]) =>
    Math.round(rows.reduce((sum, row) => sum + Number(row.ended_at) - Number(row.started_at), 0) / 60_000)

  const belongs = (await db.selectFrom('group_child').selectAll().execute()).filter(
    (row) => row.group_id === groupId && isThere(row.from_at, row.until_at),
  )
  const children = [...new Set(belongs.map(({ child_id }) => child_id))]
  const memberships = await db.selectFrom('membership').selectAll().execute()
  const parents = memberships.filter(
    ({ role, created_at, ended_at }) => role === 'parent' && isThere(created_at, ended_at),
  )
  const ties = (await db.selectFrom('guardianship').selectAll().execute()).filter(
    (tie) => children.includes(tie.child_id) && isThere(tie.from_at, tie.until_at),
  )
  const joined = children.filter((child) =>
    ties.some((tie) => tie.child_id === child && parents.some(({ id }) => id === tie.membership_id)),
  )
  const invitations = (await db.selectFrom('invitation').selectAll().execute()).filter(({ created_at, revoked_at }) =>
    isThere(created_at, revoked_at),
  )
  const outside = children.filter((child) => !joined.includes(child))
  const unclaimed = outside.filter((child) => invitations.some(({ child_id }) => child_id === child))

  const chats = (await db.selectFrom('chat').selectAll().execute()).filter((chat) => chat.bound_group_id === groupId)
  const visits = await db.selectFrom('call_visit').selectAll().execute()
  const visitorsOf = (callId: string) => [
    ...new Set(visits.filter(({ call_id }) => call_id === callId).map(({ account_id }) => account_id)),
  ]
  const calls = (await db.selectFrom('call').selectAll().execute()).filter(
    (call) =>
      chats.some(({ id }) => id === call.chat_id) &&
      within(call.started_at) &&
      call.ended_at !== null &&
      visitorsOf(call.id).length > 1,
  )

  const meetings = (await db.selectFrom('meeting').selectAll().execute()).filter(
    (one) => one.group_ids.includes(groupId) && within(one.starts_at) && one.ends_at <= until && !one.cancelled_at,
  )
  const broadcasts = (await db.selectFrom('broadcast').selectAll().execute()).filter(
    (one) => one.group_ids.includes(groupId) && within(one.started_at) && one.ended_at !== null,
  )

  const notices = (await db.selectFrom('notice').selectAll().execute()).filter(
    ({ sent_at, withdrawn_at, audience }) => within(sent_at) && !withdrawn_at && audience !== 'staff',
  )
  const accounts = memberships.filter(({ id }) => ties.some((tie) => tie.membership_id === id))
  const units: string[] = [...children, ...accounts.map(({ account_id }) => account_id)]
  const receivers = (await db.selectFrom('notice_receiver').selectAll().execute()).filter(
    (one) => !one.left_at && units.includes(one.unit_id) && notices.some(({ id }) => id === one.notice_id),
  )
  const answers = await db.selectFrom('notice_answer').selectAll().execute()
  const answered = receivers.filter((one) =>
    answers.some(({ notice_id, unit_id }) => notice_id === one.notice_id && unit_id === one.unit_id),
  )

  return {
    'group-families.children': children.length,
    'group-families.joined': joined.length,
    'group-families.unclaimed': unclaimed.length,
    'group-families.uninvited': outside.length - unclaimed.length,
    'group-calls.calls': calls.length,
    'group-calls.minutes': minutesOf(calls),
    'group-calls.participants': new Set(calls.flatMap(({ id }) => visitorsOf(id))).size,
    'group-events.meetings': meetings.length,
    'group-events.broadcasts': broadcasts.length,
    'group-events.minutes': minutesOf(broadcasts),
    'group-notices.notices': new Set(receivers.map(({ notice_id }) => notice_id)).size,
    'group-notices.receivers': receivers.length,
    'group-notices.answered': answered.length,
    'group-notices.share': Math.round((100 * answered.length) / receivers.length),
  }
}
