import {
  calendarFeedEndpoints,
  lessonEndpoints,
  meetingAttendanceEndpoints,
  meetingEndpoints,
  meetingProtocolEndpoints,
} from '@kolosok/contract'
import type { FastifyInstance } from 'fastify'
import type { ChatContext } from '#chats/index.ts'
import type { Context } from '#platform/context.ts'
import { handle } from '#platform/http.ts'
import { getAttendanceRegister } from './attendance-register.ts'
import { getAttendance, markAttendance, removeGuest, saveGuest } from './attendance.ts'
import { getLessonRegister, getLessons, getProgrammes } from './lessons.ts'
import { answerMeeting, cancelMeeting } from './change-meeting.ts'
import { getFeed, makeFeed, readFeed, revokeFeed } from './feed.ts'
import { getFile } from './calendar-file.ts'
import { planMeeting } from './plan-meeting.ts'
import { getProtocolPaper } from './protocol-paper.ts'
import { getProtocol, reopenProtocol, signProtocol, writeProtocol } from './protocol.ts'
import { getInvitees, getMeeting, getMeetings, getNext, getRights } from './read-meetings.ts'
import { enterMeeting } from './room.ts'

export function meetingRoutes(app: FastifyInstance, context: ChatContext): void {
  const { list, rights, next, get, plan, cancel, answer, invitees, file } = meetingEndpoints
  handle(app, list, ({ actor, params, query }) => getMeetings(context, actor, { ...params, ...query }))
  handle(app, rights, ({ actor, params }) => getRights(context, actor, params.organizationId))
  handle(app, next, ({ actor }) => getNext(context, actor))
  handle(app, get, ({ actor, params }) => getMeeting(context, actor, params))
  handle(app, plan, ({ actor, params, body }) => planMeeting(context, actor, { ...params, ...body }))
  handle(app, cancel, ({ actor, params, body }) => cancelMeeting(context, actor, { ...params, ...body }))
  handle(app, answer, ({ actor, params, body }) => answerMeeting(context, actor, { ...params, ...body }))
  handle(app, invitees, ({ actor, params, query }) => getInvitees(context, actor, { ...params, ...query }))
  handle(app, meetingEndpoints.enter, ({ actor, params }) => enterMeeting(context, actor, params.meetingId))
  handle(app, file, ({ actor, params }) => getFile(context, actor, params.meetingId))
  meetingAttendanceRoutes(app, context)
  meetingProtocolRoutes(app, context)
  lessonRoutes(app, context)
}

export function calendarFeedRoutes(app: FastifyInstance, context: Context): void {
  const { get, make, revoke, read } = calendarFeedEndpoints
  handle(app, get, ({ actor }) => getFeed(context, actor))
  handle(app, make, ({ actor }) => makeFeed(context, actor))
  handle(app, revoke, ({ actor }) => revokeFeed(context, actor))
  handle(app, read, ({ params }) => readFeed(context, params.token))
}

function meetingAttendanceRoutes(app: FastifyInstance, context: Context): void {
  const { list, mark, register, ...guests } = meetingAttendanceEndpoints
  handle(app, list, ({ actor, params, query }) => getAttendance(context, actor, { ...params, ...query }))
  handle(app, mark, ({ actor, params, body }) => markAttendance(context, actor, { ...params, ...body }))
  handle(app, guests.saveGuest, ({ actor, params, body }) => saveGuest(context, actor, { ...params, ...body }))
  handle(app, guests.removeGuest, ({ actor, params }) => removeGuest(context, actor, params))
  handle(app, register, ({ actor, params }) => getAttendanceRegister(context, actor, params))
}

function meetingProtocolRoutes(app: FastifyInstance, context: Context): void {
  const { get, write, sign, reopen, paper } = meetingProtocolEndpoints
  handle(app, get, ({ actor, params }) => getProtocol(context, actor, params))
  handle(app, write, ({ actor, params, body }) => writeProtocol(context, actor, { ...params, ...body }))
  handle(app, sign, ({ actor, params, body }) => signProtocol(context, actor, { ...params, ...body }))
  handle(app, reopen, ({ actor, params }) => reopenProtocol(context, actor, params))
  handle(app, paper, ({ actor, params }) => getProtocolPaper(context, actor, params))
}

function lessonRoutes(app: FastifyInstance, context: Context): void {
  const { programmes, list, register } = lessonEndpoints
  handle(app, programmes, ({ actor, params, query }) => getProgrammes(context, actor, { ...params, ...query }))
  handle(app, list, ({ actor, params, query }) => getLessons(context, actor, { ...params, ...query }))
  handle(app, register, ({ actor, params, query }) => getLessonRegister(context, actor, { ...params, ...query }))
}
