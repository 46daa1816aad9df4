import { callEndpoints, callRecordingEndpoints, waitingRoomEndpoints } from '@kolosok/contract'
import type { FastifyInstance } from 'fastify'
import { handle } from '#platform/http.ts'
import { getAttendance } from './attendance.ts'
import type { CallContext } from './context.ts'
import { listCalls, showCall } from './get-call.ts'
import { declineCall, joinCall, leaveCall } from './join-call.ts'
import { endCall, muteParticipant, removeParticipant } from './moderate-call.ts'
import { muteGuest, removeGuest } from './moderate-guest.ts'
import { deleteCallRecording, getAudience, getRecordings, startCallRecording, stopCallRecording } from './recordings.ts'
import { startCall } from './start-call.ts'
import { decide, getWaiting, waitAtTheDoor } from './waiting-room.ts'

export function callRoutes(app: FastifyInstance, context: CallContext): void {
  handle(app, callEndpoints.list, ({ actor }) => listCalls(context, actor))
  handle(app, callEndpoints.start, ({ actor, params }) => startCall(context, actor, params))
  handle(app, callEndpoints.get, ({ actor, params }) => showCall(context, actor, params.callId))
  handle(app, callEndpoints.join, ({ actor, params }) => joinCall(context, actor, params.callId))
  handle(app, callEndpoints.decline, ({ actor, params }) => declineCall(context, actor, params.callId))
  handle(app, callEndpoints.leave, ({ actor, params }) => leaveCall(context, actor, params.callId))
  handle(app, callEndpoints.mute, ({ actor, params }) => muteParticipant(context, actor, params))
  handle(app, callEndpoints.remove, ({ actor, params }) => removeParticipant(context, actor, params))
  handle(app, callEndpoints.end, ({ actor, params }) => endCall(context, actor, params.callId))
  handle(app, callEndpoints.attendance, ({ actor, params }) => getAttendance(context, actor, params.callId))
  handle(app, waitingRoomEndpoints.wait, ({ actor, params }) => waitAtTheDoor(context, actor, params.callId))
  handle(app, waitingRoomEndpoints.list, ({ actor, params }) => getWaiting(context, actor, params.callId))
  handle(app, waitingRoomEndpoints.decide, ({ actor, params, body }) => decide(context, actor, { ...params, ...body }))
  handle(app, waitingRoomEndpoints.muteGuest, ({ actor, params }) => muteGuest(context, actor, params))
  handle(app, waitingRoomEndpoints.removeGuest, ({ actor, params }) => removeGuest(context, actor, params))
  const recordings = callRecordingEndpoints
  handle(app, recordings.list, ({ actor, params }) => getRecordings(context, actor, params.callId))
  handle(app, recordings.audience, ({ actor, params }) => getAudience(context, actor, params.callId))
  handle(app, recordings.start, ({ actor, params }) => startCallRecording(context, actor, params))
  handle(app, recordings.stop, ({ actor, params }) => stopCallRecording(context, actor, params))
  handle(app, recordings.remove, ({ actor, params }) => deleteCallRecording(context, actor, params))
}
