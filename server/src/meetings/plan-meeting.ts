import {
  daysBetween,
  daysLater,
  MAX_OCCURRENCES,
  type Meeting,
  type MeetingId,
  type MeetingSeriesId,
  wallClockAt,
} from '@kolosok/contract'
import { recordAudit } from '#audit/index.ts'
import { followRule } from '#members/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError, invalidFields } from '#platform/app-error.ts'
import type { Context } from '#platform/context.ts'
import { type AfterCommit, transact, type Tx } from '#platform/db.ts'
import { newId } from '#platform/new-id.ts'
import { accessMeeting, type ClearedMeeting } from './access.ts'
import { checkPlan, type Given } from './check-plan.ts'
import { listPeopleOf } from './invitee.store.ts'
import { daysOf, timesOn } from './occurrences.ts'
import { presentMeeting } from './present.ts'
import { remindersOf } from './reminding.ts'
import { findMeeting, getPlace, lockFollowing, lockMeeting } from './store.ts'
import { queueLetters } from './queue.ts'
import { tellReached } from './tell.ts'
import {
  insertMeetings,
  insertSeries,
  listReachable,
  listRooms,
  replacePeople,
  type Timed,
  updateMeetings,
} from './write.store.ts'

/** Planned, or changed; the client chose the id, so a retry finds what it wrote. */
export async function planMeeting(context: Context, actor: Actor, given: Given): Promise<Meeting> {
  const { db, clock } = context
  const now = clock()
  await transact(db, async (tx, afterCommit) => {
    await lockMeeting(tx, given.meetingId)
    const known = await findMeeting(tx, given.meetingId, actor.accountId)
    if (known) await change(context, tx, actor, given, afterCommit)
    else await begin(context, tx, actor, given, afterCommit)
  })
  const row = await findMeeting(db, given.meetingId, actor.accountId)
  if (!row) throw new AppError('not-found')
  return presentMeeting(row, actor, now)
}

async function begin(context: Context, tx: Tx, actor: Actor, given: Given, afterCommit: AfterCommit): Promise<void> {
  const { organizationId, meetingId, series } = given
  const now = context.clock()
  const plan = await checkPlan(tx, actor, given, now)
  const { timeZone } = await getPlace(tx, organizationId)
  const days = daysOf(given.day, series)
  if (days.length > MAX_OCCURRENCES) throw invalidFields({ series: 'too-far' })
  const times = days.map((day, at) =>
    timedOf(at === 0 ? meetingId : newId<MeetingId>(), timesOn(day, given, timeZone), now),
  )
  const seriesId = series && days.length > 1 ? newId<MeetingSeriesId>() : null
  if (series && seriesId) await insertSeries(tx, { id: seriesId, organizationId, ...series })
  const owner = { organizationId, organizerId: actor.accountId, seriesId, plannedAt: now }
  await insertMeetings(tx, owner, given, times)
  await replacePeople(
    tx,
    times.map(({ id }) => id),
    plan.accountIds,
  )
  await write(tx, actor, given, 'meeting.planned', times.length)
  await queueLetters(tx, { meetingId, what: 'planned', rev: 1 })
  await tellReached(context, tx, [meetingId], afterCommit)
}

async function change(context: Context, tx: Tx, actor: Actor, given: Given, afterCommit: AfterCommit): Promise<void> {
  const now = context.clock()
  const meeting = await accessMeeting(tx, actor, given.meetingId, 'change', now)
  if (meeting.organizationId !== given.organizationId) throw new AppError('not-found')
  const rows = given.scope === 'following' ? await lockFollowing(tx, meeting) : [meeting]
  // A retry of the planning, or of this very change.
  if (given.rev === null || given.rev !== meeting.rev) {
    if (isAsGiven(meeting, given) && (await hasPeople(tx, actor, given))) return
    throw new AppError('meeting-changed')
  }
  if ((meeting.programme === null) !== (given.lesson === null)) throw invalidFields({ lesson: 'invalid' })
  const plan = await checkPlan(tx, actor, given, now)
  const shift = daysBetween(wallClockAt(meeting.startsAt, meeting.timeZone).day, given.day)
  const times = rows.map((row) => {
    const day = daysLater(wallClockAt(row.startsAt, meeting.timeZone).day, shift)
    return timedOf(row.id, timesOn(day, given, meeting.timeZone), now)
  })
  const ids = times.map(({ id }) => id)
  await tellReached(context, tx, ids, afterCommit)
  await updateMeetings(tx, given, times)
  await replacePeople(tx, ids, plan.accountIds)
  // Whoever is invited no more is out of the chat it is held in, and whoever is now is in it.
  for (const chatId of await listRooms(tx, ids)) {
    await followRule(context, tx, actor, { organizationId: given.organizationId, chatId }, afterCommit)
  }
  await write(tx, actor, given, 'meeting.changed', times.length)
  const isMoved = meeting.startsAt.getTime() !== times[0]?.startsAt.getTime() || meeting.place !== given.place
  if (isMoved) await queueLetters(tx, { meetingId: meeting.id, what: 'moved', rev: meeting.rev + 1 })
  await tellReached(context, tx, ids, afterCommit)
}

const timedOf = (id: MeetingId, times: Pick<Timed, 'startsAt' | 'endsAt'>, now: Date): Timed => ({
  id,
  ...times,
  ...remindersOf(times.startsAt, now),
})

/** Nothing to do for whoever says it again. */
function isAsGiven(meeting: ClearedMeeting, given: Given): boolean {
  const { startsAt, endsAt } = timesOn(given.day, given, meeting.timeZone)
  const isSameTime = meeting.startsAt.getTime() === startsAt.getTime() && meeting.endsAt.getTime() === endsAt.getTime()
  const wanted = { ...given, ...flat(given) }
  const plain = [
    'title',
    'kind',
    'place',
    'audience',
    'isMailed',
    'hasWaitingRoom',
    'programme',
    'folderId',
    'ledBy',
  ] as const
  const sets = ['groupIds', 'chatIds'] as const
  return (
    isSameTime &&
    plain.every((name) => meeting[name] === wanted[name]) &&
    meeting.agenda.join('\n') === given.agenda.join('\n') &&
    sets.every((name) => meeting[name].toSorted().join() === wanted[name].toSorted().join())
  )
}

/** As its row holds them. */
const flat = ({ audience, lesson }: Given) => ({
  audience: audience?.kind ?? null,
  groupIds: audience?.groupIds ?? [],
  programme: lesson?.programme ?? null,
  folderId: lesson?.folderId ?? null,
  ledBy: lesson?.ledBy ?? '',
})

/** The same people are invited one by one, by whichever membership of theirs. */
async function hasPeople(tx: Tx, actor: Actor, given: Given): Promise<boolean> {
  const wanted = (await listReachable(tx, actor.accountId, given)).map(({ accountId }) => accountId)
  const invited = (await listPeopleOf(tx, given.meetingId)).map(({ accountId }) => accountId)
  return [...new Set(wanted)].toSorted().join() === invited.toSorted().join()
}

const write = (
  tx: Tx,
  actor: Actor,
  { organizationId, meetingId }: Given,
  action: 'meeting.planned' | 'meeting.changed',
  count: number,
) =>
  recordAudit(tx, actor, {
    organizationId,
    action,
    subjectKind: 'meeting',
    subjectId: meetingId,
    ...(count > 1 && { details: { count } }),
  })
