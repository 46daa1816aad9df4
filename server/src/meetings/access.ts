import type { MeetingId, MeetingState } from '@kolosok/contract'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import type { Db } from '#platform/db.ts'
import { type MeetingAction, type MeetingFacts, meetingPolicy, type PlanFacts } from './policy.ts'
import { findMeeting, type MeetingRow } from './store.ts'

type Reader = Pick<Actor, 'accountId'>

/** A meeting this actor has been cleared for. Only `accessMeeting` makes one. */
export type ClearedMeeting = MeetingRow & { readonly clearedFor: MeetingAction }

function stateOf({ cancelledAt, endsAt }: Pick<MeetingRow, 'cancelledAt' | 'endsAt'>, now: Date): MeetingState {
  if (cancelledAt) return 'cancelled'
  return endsAt > now ? 'planned' : 'over'
}

/** Long enough to try sound and picture. */
export const DOORS_OPEN_MS = 15 * 60_000

function doorsOf({ kind, startsAt }: MeetingRow, now: Date): Pick<MeetingFacts, 'room' | 'isBegun'> {
  const isBegun = startsAt.getTime() - now.getTime() <= DOORS_OPEN_MS
  if (kind === 'in-person') return { room: 'none', isBegun }
  return { room: isBegun ? 'open' : 'early', isBegun }
}

/** How the groups it is for stand to whoever teaches so many of them. */
export function groupsOf(audience: MeetingRow['audience'], groups: number, taught: number): PlanFacts['groups'] {
  if (audience === null) return 'none'
  if (audience !== 'groups') return 'wider'
  return taught === groups ? 'own' : 'other'
}

export function factsOf(meeting: MeetingRow, { accountId }: Reader, now: Date): MeetingFacts {
  const { roles, audience, groupIds, taught, isInvited } = meeting
  return {
    roles,
    groups: groupsOf(audience, groupIds.length, taught),
    isOrganizer: meeting.organizerId === accountId,
    isInvited,
    isLesson: meeting.programme !== null,
    state: stateOf(meeting, now),
    isSigned: meeting.signedAt !== null,
    ...doorsOf(meeting, now),
  }
}

/** The only door to a meeting. */
export async function accessMeeting(
  db: Db,
  actor: Reader,
  id: MeetingId,
  action: MeetingAction,
  now: Date,
): Promise<ClearedMeeting> {
  const meeting = await findMeeting(db, id, actor.accountId)
  const verdict = meeting ? meetingPolicy[action](factsOf(meeting, actor, now)) : 'not-found'
  if (!meeting || verdict !== 'allow') throw new AppError(verdict === 'allow' ? 'not-found' : verdict)
  return { ...meeting, clearedFor: action }
}

/** Whether this actor looks after it: whoever planned it, the office, a teacher of a lesson's groups. */
export const isOwnedBy = (meeting: MeetingRow, actor: Reader, now: Date): boolean =>
  meetingPolicy.follow(factsOf(meeting, actor, now)) === 'allow'
