import type { GuestLink, GuestLinkId, MeetingId } from '@kolosok/contract'
import { recordAudit } from '#audit/index.ts'
import { type CallContext, tellHosts } from '#calls/index.ts'
import { accessMeeting, type ClearedMeeting, tellOwners } from '#meetings/index.ts'
import type { Actor } from '#platform/actor.ts'
import { lockName } from '#platform/lock-name.ts'
import type { Context } from '#platform/context.ts'
import { transact, type Tx } from '#platform/db.ts'
import { newId } from '#platform/new-id.ts'
import { findOpenLink, hasKeptWaiting, insertLink, type OpenLink, updateMaxGuests, updateRevoked } from './store.ts'
import { hashOf, tokenOf, urlOf } from './token.ts'

type Answer = { readonly link: GuestLink | null; readonly hasWaiting: boolean }
type Of = { readonly meetingId: MeetingId }

export async function getLink(context: Context, actor: Actor, { meetingId }: Of): Promise<Answer> {
  const meeting = await accessMeeting(context.db, actor, meetingId, 'follow', context.clock())
  const link = await findOpenLink(context.db, meetingId)
  const hasWaiting = await hasKeptWaiting(context.db, meetingId)
  return { link: link ? present(context, meeting, link) : null, hasWaiting }
}

/** One at a time: of two who make it at once both get the same. */
export async function saveLink(
  context: Context,
  actor: Actor,
  { meetingId, maxGuests }: Of & { readonly maxGuests: number },
): Promise<GuestLink> {
  return transact(context.db, async (tx, afterCommit) => {
    const now = context.clock()
    await lockName(tx, `guest-link:${meetingId}`)
    const meeting = await accessMeeting(tx, actor, meetingId, 'inviteGuests', now)
    const known = await findOpenLink(tx, meetingId)
    if (known) await updateMaxGuests(tx, known.id, maxGuests)
    const link = known ?? { id: newId<GuestLinkId>(), used: 0 }
    if (!known) {
      const tokenHash = hashOf(tokenOf(context, link.id))
      await insertLink(tx, { id: link.id, meetingId, tokenHash, maxGuests, by: actor.accountId, now })
      await write(tx, actor, meeting, 'meeting.guest-link-made')
    }
    await tellOwners(context, tx, meetingId, afterCommit)
    return present(context, meeting, { ...link, maxGuests })
  })
}

/** Whoever waits by it is sent away, also by one that closed when somebody else was removed; whoever was let in stays until the end, or until they are removed. */
export async function revokeLink(context: CallContext, actor: Actor, { meetingId }: Of) {
  return transact(context.db, async (tx, afterCommit) => {
    const now = context.clock()
    await lockName(tx, `guest-link:${meetingId}`)
    const meeting = await accessMeeting(tx, actor, meetingId, 'follow', now)
    if (!(await updateRevoked(tx, meetingId, now))) return {}
    await write(tx, actor, meeting, 'meeting.guest-link-revoked')
    await tellOwners(context, tx, meetingId, afterCommit)
    if (meeting.chatId) await tellHosts(context, tx, afterCommit, { chatId: meeting.chatId })
    return {}
  })
}

const present = (context: Context, { endsAt }: ClearedMeeting, { id, maxGuests, used }: OpenLink): GuestLink => ({
  url: urlOf(context, id),
  maxGuests,
  used,
  until: endsAt.toISOString(),
})

const write = (
  tx: Tx,
  actor: Actor,
  { organizationId, id }: ClearedMeeting,
  action: 'meeting.guest-link-made' | 'meeting.guest-link-revoked',
) => recordAudit(tx, actor, { organizationId, action, subjectKind: 'meeting', subjectId: id })
