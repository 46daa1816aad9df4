import { broadcastEndpoints, broadcastRecordingEndpoints } from '@kolosok/contract'
import type { FastifyInstance } from 'fastify'
import { handle } from '#platform/http.ts'
import { broadcastChatRoutes } from './chat-routes.ts'
import type { BroadcastContext } from './context.ts'
import { endBroadcast, joinBroadcast, startBroadcast } from './live.ts'
import { cancelBroadcast, saveBroadcast } from './plan-broadcast.ts'
import { ask, decideQuestion, getQuestions } from './questions.ts'
import { getAttendance, getBroadcasts, getCalendar, getPeople, showBroadcast } from './read-broadcasts.ts'
import {
  deleteBroadcastRecording,
  getRecordings,
  startBroadcastRecording,
  stopBroadcastRecording,
} from './recordings.ts'
import { enterStage, invite, leaveStage, putBack, raiseHand } from './stage.ts'

export function broadcastRoutes(app: FastifyInstance, context: BroadcastContext): void {
  broadcastChatRoutes(app, context)
  const { list, save, get, cancel, start, end, join, questions, people, attendance } = broadcastEndpoints
  handle(app, list, ({ actor, params, query }) => getBroadcasts(context, actor, { ...params, ...query }))
  handle(app, broadcastEndpoints.calendar, ({ actor, params, query }) =>
    getCalendar(context, actor, { ...params, ...query }),
  )
  handle(app, save, ({ actor, params, body }) => saveBroadcast(context, actor, { ...params, ...body }))
  handle(app, get, ({ actor, params }) => showBroadcast(context, actor, params.broadcastId))
  handle(app, cancel, ({ actor, params }) => cancelBroadcast(context, actor, params.broadcastId))
  handle(app, start, ({ actor, params }) => startBroadcast(context, actor, params.broadcastId))
  handle(app, end, ({ actor, params }) => endBroadcast(context, actor, params.broadcastId))
  handle(app, join, ({ actor, params }) => joinBroadcast(context, actor, params.broadcastId))
  handle(app, people, ({ actor, params }) => getPeople(context, actor, params.broadcastId))
  handle(app, attendance, ({ actor, params }) => getAttendance(context, actor, params.broadcastId))
  handle(app, questions, ({ actor, params }) => getQuestions(context, actor, params.broadcastId))
  handle(app, broadcastEndpoints.ask, ({ actor, params, body }) => ask(context, actor, { ...params, ...body }))
  handle(app, broadcastEndpoints.decideQuestion, ({ actor, params, body }) =>
    decideQuestion(context, actor, { ...params, ...body }),
  )
  handle(app, broadcastEndpoints.enterStage, ({ actor, params }) => enterStage(context, actor, params.broadcastId))
  handle(app, broadcastEndpoints.leaveStage, ({ actor, params }) => leaveStage(context, actor, params.broadcastId))
  handle(app, broadcastEndpoints.invite, ({ actor, params }) => invite(context, actor, params))
  handle(app, broadcastEndpoints.putBack, ({ actor, params }) => putBack(context, actor, params))
  handle(app, broadcastEndpoints.raiseHand, ({ actor, params, body }) =>
    raiseHand(context, actor, { ...params, ...body }),
  )
  const recordings = broadcastRecordingEndpoints
  handle(app, recordings.list, ({ actor, params }) => getRecordings(context, actor, params.broadcastId))
  handle(app, recordings.start, ({ actor, params }) => startBroadcastRecording(context, actor, params))
  handle(app, recordings.stop, ({ actor, params }) => stopBroadcastRecording(context, actor, params))
  handle(app, recordings.remove, ({ actor, params }) => deleteBroadcastRecording(context, actor, params))
}
