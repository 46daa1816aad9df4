import type { CallId, RecordingAudience, RecordingId, Recordings } from '@kolosok/contract'
import { isOffered } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import {
  deleteRecording,
  listOfRoom,
  measureSpace,
  presentRecording,
  readRecording,
  startRecording,
  stopRecording,
} from '#recordings/index.ts'
import { requireLivekit } from '#rooms/index.ts'
import { accessCall } from './access.ts'
import type { CallContext } from './context.ts'
import { actInCall } from './locked.ts'
import { callPolicy } from './policy.ts'
import { updateRecord } from './record.ts'
import { recordedCalls } from './recorded-calls.ts'
import { countAudience, isOrganizationClosed } from './recording.store.ts'
import { findCallView } from './view.store.ts'

/** For whoever may look at them, at this moment. */
export async function getRecordings(context: CallContext, actor: Actor, callId: CallId): Promise<Recordings> {
  const { db } = context
  const { chat, facts } = await accessCall(db, actor, callId, 'seeRecordings')
  const keeping = callPolicy.keepRecordings(facts)
  const mayKeep = keeping === 'allow'
  const space = mayKeep ? await measureSpace(db, context, chat.organizationId) : null
  const mayDelete = isOffered(keeping, { isOrganizationClosed: await isOrganizationClosed(db, callId) })
  const all = await listOfRoom(db, callId)
  // To whoever only has to be able to stop it, nothing but what there is to stop.
  const seen = callPolicy.watch(facts) === 'allow' ? all : all.filter(({ state }) => state === 'recording')
  return { recordings: seen.map(presentRecording), mayKeep, mayDelete, space }
}

/** Whom it will be for, before it begins. */
export async function getAudience({ db }: CallContext, actor: Actor, callId: CallId): Promise<RecordingAudience> {
  const { chatId } = await accessCall(db, actor, callId, 'record')
  return countAudience(db, chatId)
}

type Given = { readonly callId: CallId; readonly recordingId: RecordingId }

export async function startCallRecording(context: CallContext, actor: Actor, { callId, recordingId: id }: Given) {
  await accessCall(context.db, actor, callId, 'record')
  requireLivekit(context)
  await actInCall(context, actor, { callId, action: 'record' }, async (tx, call, afterCommit) => {
    const { organizationId } = call.chat
    const view = await findCallView(tx, { accountId: actor.accountId, now: context.clock() }, callId)
    const wish = { id, rooms: recordedCalls(context), room: callId, organizationId, title: view?.title ?? '' }
    await startRecording(tx, context, actor, wish, afterCommit)
    await updateRecord(context, tx, afterCommit, call)
  })
  return readRecording(context.db, id)
}

export async function stopCallRecording(context: CallContext, actor: Actor, { callId, recordingId: id }: Given) {
  await actInCall(context, actor, { callId, action: 'stopRecording' }, async (tx, _call, afterCommit) => {
    const stop = { id, rooms: recordedCalls(context), room: callId, stoppedFor: 'asked' as const }
    await stopRecording(tx, context, actor, stop, afterCommit)
  })
  return readRecording(context.db, id)
}

export async function deleteCallRecording(context: CallContext, actor: Actor, { callId, recordingId: id }: Given) {
  await actInCall(context, actor, { callId, action: 'keepRecordings' }, async (tx, call, afterCommit) => {
    const { organizationId } = call.chat
    const what = { id, rooms: recordedCalls(context), room: callId, organizationId }
    await deleteRecording(tx, context, actor, what, afterCommit)
    await updateRecord(context, tx, afterCommit, call)
  })
  return readRecording(context.db, id)
}
