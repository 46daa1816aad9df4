import { guestIdentity, type GuestId, type GuestMeeting, type GuestView } from '@kolosok/contract'
import { type CallContext, endGuestVisits, heardSince, tellHosts, tellOfArrival } from '#calls/index.ts'
import { AppError } from '#platform/app-error.ts'
import { transact } from '#platform/db.ts'
import { newId } from '#platform/new-id.ts'
import { attempt, orUnavailable, requireLivekit } from '#rooms/index.ts'
import { accessGuest, accessGuestLink, factsOf } from './access.ts'
import { passAsking } from './limits.ts'
import { refusals, stateOfGuest } from './policy.ts'
import {
  countGuests,
  findGuestByKey,
  type GuestRow,
  type HeldLink,
  insertGuest,
  lockLink,
  updateSeen,
  updateStillSeen,
} from './store.ts'
import { hashOf } from './token.ts'

/** All who may be let in can wait at once, as many as that by mistake, and a few more; beyond it nobody could look. */
const mostWaiting = ({ maxGuests }: HeldLink): number => Math.max(20, 2 * maxGuests)

export async function openLink({ db, clock }: CallContext, token: string) {
  const now = clock()
  const link = await accessGuestLink(db, token, 'open', now)
  return { ...presentMeeting(link), isOpen: factsOf(link, now).meeting === 'open' }
}

type Asking = { readonly token: string; readonly key: string; readonly name: string; readonly address: string }

/** A name, once: whoever has asked can't become somebody else while the host looks at it. */
export async function askToComeIn(context: CallContext, { token, key, name, address }: Asking): Promise<GuestView> {
  const now = context.clock()
  const { linkId } = await accessGuestLink(context.db, token, 'ask', now)
  // Of those who hold the link only new ones are counted: whoever was heard may say it again.
  if (!(await findGuestByKey(context.db, hashOf(key)))) await passAsking(context.db, now, { address, linkId })
  return transact(context.db, async (tx, afterCommit) => {
    await lockLink(tx, linkId)
    const link = await accessGuestLink(tx, token, 'ask', now)
    const keyHash = hashOf(key)
    if (!(await findGuestByKey(tx, keyHash))) {
      const { used, waiting } = await countGuests(tx, linkId, heardSince(now))
      if (used >= link.maxGuests) throw new AppError('guest-link-full')
      if (waiting >= mostWaiting(link)) throw new AppError('too-many-guests')
      const { meetingId } = link
      await insertGuest(tx, { id: newId<GuestId>(), linkId, meetingId, keyHash, name, now })
    }
    const guest = await accessGuest(tx, key)
    // A key of another link's guest is none of this one's.
    if (guest.linkId !== linkId) throw new AppError('not-found')
    await updateSeen(tx, guest.id, now)
    if (link.chatId) await tellOfArrival(context, tx, afterCommit, { chatId: link.chatId })
    return present(guest, now)
  })
}

/** Also says that those who wait are still here. */
export async function lookAtDoor(context: CallContext, key: string): Promise<GuestView> {
  const now = context.clock()
  const guest = await accessGuest(context.db, key)
  const view = present(guest, now)
  if (view.state === 'waiting' || view.state === 'turned-away') {
    await transact(context.db, async (tx, afterCommit) => {
      await updateStillSeen(tx, guest.id, now)
      const isBack = guest.seenAt !== null && guest.seenAt <= heardSince(now)
      if (isBack && guest.chatId) await tellOfArrival(context, tx, afterCommit, { chatId: guest.chatId })
    })
  }
  return view
}

/** By their own word only: a page that was left open looks at the door, too. */
export async function comeBack(
  context: CallContext,
  { key, address }: Pick<Asking, 'key' | 'address'>,
): Promise<GuestView> {
  const now = context.clock()
  const { id, chatId, linkId, seenAt } = await accessGuest(context.db, key)
  // Hosts hear of each who is back, as of each who asks.
  if (seenAt === null) await passAsking(context.db, now, { address, linkId })
  await transact(context.db, async (tx, afterCommit) => {
    await updateSeen(tx, id, now)
    if (chatId && seenAt === null) await tellOfArrival(context, tx, afterCommit, { chatId })
  })
  return present(await accessGuest(context.db, key), now)
}

/** Into the room of the one call they were let into. What else there is at this address knows no guests. */
export async function joinAsGuest(context: CallContext, key: string): Promise<{ token: string; guest: GuestView }> {
  const now = context.clock()
  const row = await accessGuest(context.db, key)
  const guest = present(row, now)
  const room = row.runningId
  if (guest.state !== 'let-in') throw new AppError(refusals[guest.state])
  if (!room) throw new AppError('call-ended')
  requireLivekit(context)
  await orUnavailable(context.media.openRoom(room))
  const { id, name } = row
  const as = { identity: guestIdentity(id), name, label: '', isConfirmed: false, isGuest: true }
  return { token: await context.media.joinToken({ room, ...as }), guest }
}

export async function leaveAsGuest(context: CallContext, key: string) {
  const { id, chatId, runningId } = await accessGuest(context.db, key)
  await transact(context.db, async (tx, afterCommit) => {
    await updateSeen(tx, id, null)
    if (chatId) await tellHosts(context, tx, afterCommit, { chatId })
    if (!runningId) return
    await endGuestVisits(tx, runningId, context.clock(), { guestId: id })
    afterCommit(() => {
      attempt(context, context.media.removeParticipant(runningId, guestIdentity(id)))
    })
  })
  return {}
}

function present(guest: GuestRow, now: Date): GuestView {
  const state = stateOfGuest({ ...guest, ...factsOf(guest, now), hasLeft: guest.seenAt === null })
  const isOut = state === 'removed' || state === 'over'
  const { id, name, runningId, isRecorded } = guest
  const call = { isGoingOn: !isOut && runningId !== null, isRecorded: !isOut && isRecorded }
  return { id, name, state, ...call, meeting: isOut ? null : presentMeeting(guest) }
}

const presentMeeting = ({ title, isLesson, organization, startsAt, endsAt, timeZone }: HeldLink): GuestMeeting => ({
  title,
  isLesson,
  organization,
  startsAt: startsAt.toISOString(),
  endsAt: endsAt.toISOString(),
  timeZone,
})
