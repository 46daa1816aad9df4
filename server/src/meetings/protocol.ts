import { isDeepStrictEqual } from 'node:util'
import type { AuditAction, givenProtocol, MeetingId, MeetingProtocol } from '@kolosok/contract'
import type { z } from 'zod'
import { recordAudit } from '#audit/index.ts'
import { isOffered } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import type { Context } from '#platform/context.ts'
import { type AfterCommit, type Db, transact, type Tx } from '#platform/db.ts'
import { accessMeeting, type ClearedMeeting, factsOf } from './access.ts'
import { keepAttendance, listGuests, listInFull, listLinkGuests } from './attendance.store.ts'
import { meetingPolicy } from './policy.ts'
import {
  findProtocol,
  type Participant,
  type ProtocolRow,
  updateToDraft,
  updateToSigned,
  upsertProtocol,
  type Wording,
} from './protocol.store.ts'
import { lockMeeting } from './store.ts'
import { tellOwners, tellReached } from './tell.ts'

type One = { readonly meetingId: MeetingId }

export async function getProtocol({ db, clock }: Context, actor: Actor, { meetingId }: One): Promise<MeetingProtocol> {
  const now = clock()
  const meeting = await accessMeeting(db, actor, meetingId, 'readDecisions', now)
  return present(db, actor, meeting, now)
}

/** Before anybody has written: what is on the agenda, and whoever called the meeting leads it. */
export const blank = ({
  agenda,
  organizerFullName: chair,
}: Pick<ClearedMeeting, 'agenda' | 'organizerFullName'>): Wording => ({
  number: '',
  chair,
  secretary: '',
  items: agenda.map((topic) => ({ topic, heard: '', decided: '', votes: null })),
})

/** Whoever was there by name; as signed, or as it is told now. */
export async function participantsOf(
  db: Db,
  id: MeetingId,
  protocol: ProtocolRow | undefined,
  now: Date,
): Promise<readonly Participant[]> {
  if (protocol?.participants) return protocol.participants
  const people = await listInFull(db, id, now, 'here')
  const guests = [...(await listLinkGuests(db, id, now)), ...(await listGuests(db, id))]
  return [
    ...people.map(
      ({ name, label, attended }) => ({ name, label, attended: attended === 'room' ? 'room' : 'call' }) as const,
    ),
    ...guests.map(({ name }) => ({ name, label: '', attended: 'guest' }) as const),
  ]
}

async function present(db: Db, actor: Actor, meeting: ClearedMeeting, now: Date): Promise<MeetingProtocol> {
  const facts = factsOf(meeting, actor, now)
  const protocol = await findProtocol(db, meeting.id)
  const { number, chair, secretary, items } = protocol ?? blank(meeting)
  const isOwner = meetingPolicy.follow(facts) === 'allow'
  return {
    meetingId: meeting.id,
    number,
    chair,
    secretary,
    items: [...items],
    ...stepsOf(protocol),
    present: isOwner ? countOf(await participantsOf(db, meeting.id, protocol, now)) : null,
    mayWrite: isOffered(meetingPolicy.write(facts), meeting),
    maySign: !facts.isSigned && isOffered(meetingPolicy.sign(facts), meeting),
    mayReopen: facts.isSigned && isOffered(meetingPolicy.reopen(facts), meeting),
  }
}

function countOf(people: readonly Participant[]): NonNullable<MeetingProtocol['present']> {
  const count = (how: Participant['attended']) => people.filter(({ attended }) => attended === how).length
  return { room: count('room'), call: count('call'), guests: count('guest') }
}

function stepsOf(protocol: ProtocolRow | undefined) {
  if (!protocol) return { rev: 0, editedBy: '', editedAt: null, signedBy: '', signedAt: null }
  const { rev, editedBy, editedAt, signedBy, signedAt } = protocol
  return { rev, editedBy, editedAt: editedAt.toISOString(), signedBy, signedAt: signedAt?.toISOString() ?? null }
}

type Step = 'write' | 'sign' | 'reopen'
type Change = (tx: Tx, meeting: ClearedMeeting, now: Date, afterCommit: AfterCommit) => Promise<void>

const changing = (context: Context, actor: Actor, id: MeetingId, step: Step, change: Change) =>
  transact(context.db, async (tx, afterCommit) => {
    const now = context.clock()
    await lockMeeting(tx, id)
    await change(tx, await accessMeeting(tx, actor, id, step, now), now, afterCommit)
    return present(tx, actor, await accessMeeting(tx, actor, id, 'follow', now), now)
  })

type Given = One & z.output<typeof givenProtocol>

/** Who saves second is told so; what they typed stays on their screen. */
export const writeProtocol = (context: Context, actor: Actor, { meetingId, rev, ...wording }: Given) =>
  changing(context, actor, meetingId, 'write', async (tx, _meeting, now, afterCommit) => {
    const known = await findProtocol(tx, meetingId)
    const { number, chair, secretary, items } = known ?? {}
    if (isDeepStrictEqual({ number, chair, secretary, items }, wording)) return
    if ((known?.rev ?? 0) !== rev) throw new AppError('protocol-changed')
    await upsertProtocol(tx, meetingId, wording, { by: actor.accountId, now })
    await tellOwners(context, tx, meetingId, afterCommit)
  })

/** Who was there is written down with it: both stay as they are. */
export const signProtocol = (context: Context, actor: Actor, { meetingId, rev }: One & { readonly rev: number }) =>
  changing(context, actor, meetingId, 'sign', async (tx, meeting, now, afterCommit) => {
    const protocol = await findProtocol(tx, meetingId)
    if (protocol?.rev !== rev) throw new AppError('protocol-changed')
    if (protocol.signedAt) return
    if (!protocol.items.some(({ topic, decided }) => topic !== '' && decided !== ''))
      throw new AppError('protocol-empty')
    await keepAttendance(tx, meetingId, now)
    const participants = await participantsOf(tx, meetingId, protocol, now)
    await updateToSigned(tx, meetingId, participants, { by: actor.accountId, now })
    await record(tx, actor, meeting, 'meeting.protocol-signed')
    await tellReached(context, tx, [meetingId], afterCommit)
  })

export const reopenProtocol = (context: Context, actor: Actor, { meetingId }: One) =>
  changing(context, actor, meetingId, 'reopen', async (tx, meeting, _now, afterCommit) => {
    if (!meeting.signedAt) return
    await updateToDraft(tx, meetingId)
    await record(tx, actor, meeting, 'meeting.protocol-reopened')
    await tellReached(context, tx, [meetingId], afterCommit)
  })

const record = (tx: Tx, actor: Actor, { organizationId, id }: ClearedMeeting, action: AuditAction) =>
  recordAudit(tx, actor, { organizationId, action, subjectKind: 'meeting', subjectId: id })
