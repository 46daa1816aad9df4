import {
  type Attended,
  type LinkGuest,
  MAX_GUESTS,
  type MeetingGuest,
  type MeetingGuestId,
  type MeetingId,
  type MeetingUnitId,
} from '@kolosok/contract'
import { isOffered } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import type { Context } from '#platform/context.ts'
import { transact, type Tx } from '#platform/db.ts'
import { accessMeeting, factsOf } from './access.ts'
import {
  type AttendantRow,
  countAttendants,
  deleteGuest,
  listAttendants,
  type LinkGuestRow,
  listGuests,
  listLinkGuests,
  upsertGuest,
  upsertMark,
} from './attendance.store.ts'
import { meetingPolicy } from './policy.ts'
import { lockMeeting } from './store.ts'
import { tellOwners } from './tell.ts'

const PAGE = 100

type Looking = {
  readonly meetingId: MeetingId
  readonly who?: 'here' | 'away' | undefined
  readonly words?: string | undefined
  readonly after?: MeetingUnitId | undefined
}

/** Who was there: nobody's business but theirs who look after it. */
export async function getAttendance({ db, clock }: Context, actor: Actor, { meetingId: id, ...filter }: Looking) {
  const now = clock()
  const meeting = await accessMeeting(db, actor, id, 'follow', now)
  const [rows, counts, guests, linkGuests] = await Promise.all([
    listAttendants(db, id, now, { ...filter, limit: PAGE + 1 }),
    countAttendants(db, id, now),
    listGuests(db, id),
    listLinkGuests(db, id, now),
  ])
  const people = rows.slice(0, PAGE)
  return {
    people: people.map(present),
    next: rows.length > PAGE ? (people.at(-1)?.unitId ?? null) : null,
    counts,
    guests,
    linkGuests: linkGuests.map(presentGuest),
    mayMark: isOffered(meetingPolicy.mark(factsOf(meeting, actor, now)), meeting),
  }
}

const present = ({ cameAt, wentAt, ...row }: AttendantRow) => ({
  ...row,
  cameAt: cameAt?.toISOString() ?? null,
  wentAt: wentAt?.toISOString() ?? null,
})

const presentGuest = ({ cameAt, wentAt, ...row }: LinkGuestRow): LinkGuest => ({
  ...row,
  cameAt: cameAt.toISOString(),
  wentAt: wentAt.toISOString(),
})

type Marking = { readonly meetingId: MeetingId; readonly unitId: MeetingUnitId; readonly mark: Attended | null }

/** Of two who tick the same person the later one is right: both look at the same list. */
export const markAttendance = (context: Context, actor: Actor, { meetingId, unitId, mark }: Marking) =>
  marking(context, actor, meetingId, async (tx, now) => {
    const by = actor.accountId
    if (!(await upsertMark(tx, { meetingId, unitId, mark, by, now }))) throw new AppError('not-found')
    return {}
  })

type Guest = { readonly meetingId: MeetingId; readonly guestId: MeetingGuestId }

export const saveGuest = (
  context: Context,
  actor: Actor,
  { meetingId, guestId: id, name }: Guest & { readonly name: string },
): Promise<MeetingGuest> =>
  marking(context, actor, meetingId, async (tx, now) => {
    const guests = await listGuests(tx, meetingId)
    if (guests.length >= MAX_GUESTS && !guests.some((guest) => guest.id === id)) throw new AppError('too-many-guests')
    const isOurs = await upsertGuest(tx, { id, meetingId, name, by: actor.accountId, now })
    if (!isOurs) throw new AppError('not-found')
    return { id, name }
  })

export const removeGuest = (context: Context, actor: Actor, { meetingId, guestId }: Guest) =>
  marking(context, actor, meetingId, async (tx) => {
    await deleteGuest(tx, meetingId, guestId)
    return {}
  })

/** One after another, as the meeting allows it at that moment; the others who look after it see it at once. */
const marking = <T>(context: Context, actor: Actor, id: MeetingId, write: (tx: Tx, now: Date) => Promise<T>) =>
  transact(context.db, async (tx, afterCommit) => {
    const now = context.clock()
    await lockMeeting(tx, id)
    await accessMeeting(tx, actor, id, 'mark', now)
    const written = await write(tx, now)
    await tellOwners(context, tx, id, afterCommit)
    return written
  })
