import type { AccountId, Call, CallId, ChatId, MessageId, ParticipantId, SessionId } from '@kolosok/contract'
import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db.ts'

export type StoredCall = {
  readonly id: CallId
  readonly chatId: ChatId
  readonly chatKind: 'direct' | 'group'
  readonly chatState: 'open' | 'read-only'
  readonly messageId: MessageId
  /** Where it stands in the chat. */
  readonly seq: number
  readonly startedBy: AccountId
  readonly startedAt: Date
  readonly answeredAt: Date | null
  readonly endedAt: Date | null
  readonly outcome: Call['outcome']
  readonly idleSince: Date | null
  /** Of the meeting it is held for. */
  readonly hasWaitingRoom: boolean
}

const selectCalls = (db: Db) =>
  db
    .selectFrom('call')
    .innerJoin('chat', 'chat.id', 'call.chat_id')
    .leftJoin('meeting', 'meeting.chat_id', 'call.chat_id')
    .leftJoin('message', 'message.id', 'call.message_id')
    .select([
      'call.id',
      'call.chat_id as chatId',
      // «Избранное» has none.
      sql<StoredCall['chatKind']>`chat.kind`.as('chatKind'),
      'chat.state as chatState',
      'message_id as messageId',
      sql<number>`coalesce(message.seq, 0)`.as('seq'),
      'started_by as startedBy',
      'started_at as startedAt',
      'answered_at as answeredAt',
      'ended_at as endedAt',
      'outcome',
      'idle_since as idleSince',
      sql<boolean>`coalesce(meeting.has_waiting_room, false)`.as('hasWaitingRoom'),
    ])

export async function findCall(db: Db, id: CallId): Promise<StoredCall | undefined> {
  return selectCalls(db).where('call.id', '=', id).executeTakeFirst()
}

export async function findRunningCall(db: Db, chatId: ChatId): Promise<StoredCall | undefined> {
  return selectCalls(db).where('call.chat_id', '=', chatId).where('ended_at', 'is', null).executeTakeFirst()
}

type NewCall = Omit<
  StoredCall,
  'seq' | 'endedAt' | 'outcome' | 'idleSince' | 'chatKind' | 'chatState' | 'hasWaitingRoom'
>

export async function insertCall(tx: Tx, call: NewCall): Promise<void> {
  await tx
    .insertInto('call')
    .values({
      id: call.id,
      chat_id: call.chatId,
      message_id: call.messageId,
      started_by: call.startedBy,
      started_at: call.startedAt,
      answered_at: call.answeredAt,
      idle_since: call.startedAt,
    })
    .execute()
}

export async function updateAnswered(tx: Tx, id: CallId, at: Date): Promise<void> {
  await tx.updateTable('call').where('id', '=', id).set({ answered_at: at, idle_since: at }).execute()
}

export async function updateIdle(tx: Tx, id: CallId, since: Date | null): Promise<void> {
  await tx.updateTable('call').where('id', '=', id).set({ idle_since: since }).execute()
}

export async function updateEnded(
  tx: Tx,
  id: CallId,
  { at, outcome }: { at: Date; outcome: NonNullable<Call['outcome']> },
): Promise<void> {
  await tx.updateTable('call').where('id', '=', id).set({ ended_at: at, outcome }).execute()
}

export async function updateChecked(db: Db, id: CallId, at: Date): Promise<void> {
  await db.updateTable('call').where('id', '=', id).set({ checked_at: at }).execute()
}

/** Ringing stops on all devices of this account: it went in, on this session. As whom LiveKit is to know it. */
export async function upsertJoined(
  tx: Tx,
  callId: CallId,
  accountId: AccountId,
  sessionId: SessionId,
): Promise<ParticipantId> {
  const { participant_id } = await tx
    .insertInto('call_person')
    .values({ call_id: callId, account_id: accountId, session_id: sessionId })
    .onConflict((conflict) =>
      conflict.columns(['call_id', 'account_id']).doUpdateSet({ session_id: sessionId, declined_at: null }),
    )
    .returning('participant_id')
    .executeTakeFirstOrThrow()
  return participant_id
}

export async function upsertDeclined(tx: Tx, callId: CallId, accountId: AccountId, at: Date): Promise<void> {
  await tx
    .insertInto('call_person')
    .values({ call_id: callId, account_id: accountId, declined_at: at })
    .onConflict((conflict) => conflict.columns(['call_id', 'account_id']).doUpdateSet({ declined_at: at }))
    .execute()
}

export async function updateRemoved(
  tx: Tx,
  callId: CallId,
  { accountId, by, at }: { accountId: AccountId; by: AccountId; at: Date },
): Promise<void> {
  await tx
    .updateTable('call_person')
    .where('call_id', '=', callId)
    .where('account_id', '=', accountId)
    .set({ removed_at: at, removed_by: by })
    .execute()
}

export async function listChatAccountIds(db: Db, chatId: ChatId): Promise<AccountId[]> {
  const rows = await db.selectFrom('chat_member').where('chat_id', '=', chatId).select('account_id').execute()
  return rows.map((row) => row.account_id)
}

/** Undefined for whoever is not in the chat, or not in the call. */
export async function findParticipant(
  db: Db,
  callId: CallId,
  participantId: ParticipantId,
): Promise<{ readonly accountId: AccountId; readonly isModerator: boolean } | undefined> {
  const row = await db
    .selectFrom('call_person')
    .innerJoin('call', 'call.id', 'call_person.call_id')
    .innerJoin('chat_member', (join) =>
      join
        .onRef('chat_member.chat_id', '=', 'call.chat_id')
        .onRef('chat_member.account_id', '=', 'call_person.account_id'),
    )
    .where('call_person.call_id', '=', callId)
    .where('participant_id', '=', participantId)
    .select(['call_person.account_id as accountId', 'chat_member.role'])
    .executeTakeFirst()
  return row && { accountId: row.accountId, isModerator: row.role === 'moderator' }
}

/** As whom LiveKit knows this account in the call; undefined for whoever never came to it. */
export async function findParticipantId(
  db: Db,
  callId: CallId,
  accountId: AccountId,
): Promise<ParticipantId | undefined> {
  const row = await db
    .selectFrom('call_person')
    .where('call_id', '=', callId)
    .where('account_id', '=', accountId)
    .select('participant_id')
    .executeTakeFirst()
  return row?.participant_id
}

export type Allowed = { readonly participantId: ParticipantId; readonly accountId: AccountId }

/** Of these, those who may be in the room now: in the chat, not removed, signed in where they joined. */
export async function listAllowed(db: Db, callId: CallId, ids: readonly ParticipantId[]): Promise<Allowed[]> {
  if (ids.length === 0) return []
  return db
    .selectFrom('call_person')
    .innerJoin('call', 'call.id', 'call_person.call_id')
    .innerJoin('chat_member', (join) =>
      join
        .onRef('chat_member.chat_id', '=', 'call.chat_id')
        .onRef('chat_member.account_id', '=', 'call_person.account_id'),
    )
    .innerJoin('session', 'session.id', 'call_person.session_id')
    .where('call_person.call_id', '=', callId)
    .where('call_person.participant_id', 'in', ids)
    .where('call_person.removed_at', 'is', null)
    .where('session.ended_at', 'is', null)
    .select(['call_person.participant_id as participantId', 'call_person.account_id as accountId'])
    .execute()
}

export type Seat = { readonly callId: CallId; readonly accountId: AccountId }

/** Who joined a running call on one of these sessions. */
export async function listSeatsOfSessions(db: Db, sessionIds: readonly SessionId[]): Promise<Seat[]> {
  if (sessionIds.length === 0) return []
  return db
    .selectFrom('call')
    .innerJoin('call_person', 'call_person.call_id', 'call.id')
    .where('call.ended_at', 'is', null)
    .where('call_person.session_id', 'in', sessionIds)
    .select(['call.id as callId', 'call_person.account_id as accountId'])
    .execute()
}

type Due = { readonly ringsSince: Date; readonly idleSince: Date; readonly checkedBefore: Date }

/** Running calls that the keeper has to look at: over by themselves, or not compared with LiveKit lately. */
export async function listDue(db: Db, due: Due): Promise<(StoredCall & { isOver: boolean })[]> {
  const isOver = sql<boolean>`(chat.state = 'read-only'
    or answered_at is null and started_at <= ${due.ringsSince}
    or answered_at is not null and coalesce(idle_since <= ${due.idleSince}, false))`
  return selectCalls(db)
    .where('ended_at', 'is', null)
    .where((eb) => eb.or([isOver, sql<boolean>`coalesce(checked_at, started_at) <= ${due.checkedBefore}`]))
    .select(isOver.as('isOver'))
    .orderBy('started_at')
    .execute()
}
