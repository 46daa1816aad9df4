import type { OrganizationId } from '@kolosok/contract'
import type { Db } from '#platform/db.ts'

type Span = { readonly from: Date; readonly until: Date }

/** The figures of a report anew: whole tables are read, and counted in memory by what the definitions say. */
export async function recount(db: Db, id: OrganizationId, { from, until }: Span): Promise<Record<string, number>> {
  const within = (at: Date | null | undefined) => at != null && at >= from && at < until
  const isThere = (since: Date, ended: Date | null) => since < until && (ended === null || ended >= until)
  const ours = <T extends { organization_id: string | null }>(rows: T[]) =>
    rows.filter((row) => row.organization_id === id)
  const percent = (part: number, whole: number) => Math.round((100 * part) / whole)

  const memberships = ours(await db.selectFrom('membership').selectAll().execute())
  const here = memberships.filter(({ created_at, ended_at }) => isThere(created_at, ended_at))
  const accountsOf = (...roles: string[]) =>
    new Set(here.filter(({ role }) => roles.includes(role)).map(({ account_id }) => account_id))
  const confirmed = here.filter(({ role, confirmed_at }) => role !== 'parent' && role !== 'student' && confirmed_at)
  const firstDays = new Map<string, Date>()
  for (const { account_id, created_at } of memberships) {
    const known = firstDays.get(account_id)
    if (!known || created_at < known) firstDays.set(account_id, created_at)
  }

  const children = ours(await db.selectFrom('child').selectAll().execute()).filter(({ created_at, left_at }) =>
    isThere(created_at, left_at),
  )
  const parents = new Set(here.filter(({ role }) => role === 'parent').map((one) => one.id as string))
  const guarded = new Set(
    (await db.selectFrom('guardianship').selectAll().execute())
      .filter(({ membership_id, from_at, until_at }) => parents.has(membership_id) && isThere(from_at, until_at))
      .map(({ child_id }) => child_id),
  )
  const invited = new Set(
    ours(await db.selectFrom('invitation').selectAll().execute())
      .filter(({ created_at, revoked_at }) => isThere(created_at, revoked_at))
      .map(({ child_id }) => child_id),
  )
  const joined = children.filter((child) => guarded.has(child.id))
  const outside = children.filter((child) => !guarded.has(child.id))

  const groups = ours(await db.selectFrom('group').selectAll().execute()).filter(
    ({ kind, created_at, archived_at }) => kind !== 'staff' && isThere(created_at, archived_at),
  )
  const chats = ours(await db.selectFrom('chat').selectAll().execute()).filter(({ kind }) => kind === 'group')
  const bound = new Set(chats.map(({ bound_group_id }) => bound_group_id))

  const chatIds = new Set(chats.map((chat) => chat.id))
  const visits = await db.selectFrom('call_visit').selectAll().execute()
  const visitorsOf = (callId: string) =>
    new Set(visits.filter(({ call_id }) => call_id === callId).map(({ account_id }) => account_id))
  const calls = (await db.selectFrom('call').selectAll().execute()).filter(
    (call) =>
      chatIds.has(call.chat_id) &&
      within(call.started_at) &&
      call.ended_at !== null &&
      call.ended_at <= until &&
      visitorsOf(call.id).size > 1,
  )
  const lasted = calls.reduce((sum, { started_at, ended_at }) => sum + Number(ended_at) - Number(started_at), 0)

  const meetings = ours(await db.selectFrom('meeting').selectAll().execute()).filter(({ starts_at }) =>
    within(starts_at),
  )
  const met = meetings.filter(({ cancelled_at, ends_at }) => cancelled_at === null && ends_at <= until)
  const broadcasts = ours(await db.selectFrom('broadcast').selectAll().execute()).filter(
    ({ started_at, ended_at }) => within(started_at) && ended_at !== null && ended_at <= until,
  )
  const shown = broadcasts.reduce((sum, { started_at, ended_at }) => sum + Number(ended_at) - Number(started_at), 0)
  const speakers = (await db.selectFrom('broadcast_person').selectAll().execute()).filter(({ spoke_at }) => spoke_at)
  const viewers = (await db.selectFrom('broadcast_visit').selectAll().execute()).filter(
    (visit) =>
      broadcasts.some(({ id: shownId }) => shownId === visit.broadcast_id) &&
      !speakers.some((one) => one.broadcast_id === visit.broadcast_id && one.account_id === visit.account_id),
  )

  const notices = ours(await db.selectFrom('notice').selectAll().execute()).filter(
    ({ sent_at, withdrawn_at }) => within(sent_at) && !withdrawn_at,
  )
  const receivers = (await db.selectFrom('notice_receiver').selectAll().execute()).filter(
    ({ notice_id, left_at }) => left_at === null && notices.some((notice) => notice.id === notice_id),
  )
  const answers = await db.selectFrom('notice_answer').selectAll().execute()
  const answered = receivers.filter((receiver) =>
    answers.some(({ notice_id, unit_id }) => notice_id === receiver.notice_id && unit_id === receiver.unit_id),
  )

  const channels = ours(await db.selectFrom('channel').selectAll().execute()).filter(({ created_at, closed_at }) =>
    isThere(created_at, closed_at),
  )
  const posts = (await db.selectFrom('post').selectAll().execute()).filter(
    ({ channel_id, state, published_at }) =>
      state === 'published' && within(published_at) && channels.some((channel) => channel.id === channel_id),
  )
  const tickets = ours(await db.selectFrom('ticket').selectAll().execute()).filter(({ organization_at }) =>
    within(organization_at),
  )
  const requests = ours(await db.selectFrom('join_request').selectAll().execute())

  return {
    'people.staff': accountsOf('management', 'teacher').size,
    'people.confirmed': new Set(confirmed.map(({ account_id }) => account_id)).size,
    'people.guardians': accountsOf('parent').size,
    'people.students': accountsOf('student').size,
    'people.newcomers': [...firstDays.values()].filter(within).length,
    'families.children': children.length,
    'families.joined': joined.length,
    'families.unclaimed': outside.filter((child) => invited.has(child.id)).length,
    'families.uninvited': outside.filter((child) => !invited.has(child.id)).length,
    'families.share': percent(joined.length, children.length),
    'groups.groups': groups.length,
    'groups.withChat': groups.filter((group) => bound.has(group.id)).length,
    'groups.chats': chats.filter(
      ({ created_at, archived_at, state }) => created_at < until && archived_at === null && state === 'open',
    ).length,
    'calls.calls': calls.length,
    'calls.minutes': Math.round(lasted / 60_000),
    'calls.participants': new Set(calls.flatMap((call) => [...visitorsOf(call.id)])).size,
    'meetings.meetings': met.length,
    'meetings.remote': met.filter(({ kind }) => kind !== 'in-person').length,
    'meetings.cancelled': meetings.filter(({ cancelled_at }) => cancelled_at !== null).length,
    'broadcasts.broadcasts': broadcasts.length,
    'broadcasts.minutes': Math.round(shown / 60_000),
    'broadcasts.viewers': new Set(viewers.map(({ account_id }) => account_id)).size,
    'notices.notices': notices.length,
    'notices.receivers': receivers.length,
    'notices.answered': answered.length,
    'notices.share': percent(answered.length, receivers.length),
    'channels.channels': channels.length,
    'channels.posts': posts.length,
    'help.tickets': tickets.length,
    'help.solved': tickets.filter(({ solved_at }) => solved_at !== null && solved_at < until).length,
    'help.requests': requests.filter(({ requested_at }) => within(requested_at)).length,
    'help.waiting': requests.filter(({ state }) => state === 'requested').length,
  }
}
