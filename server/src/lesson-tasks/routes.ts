import { lessonTaskEndpoints } from '@kolosok/contract'
import type { FastifyInstance } from 'fastify'
import type { Context } from '#platform/context.ts'
import { handle } from '#platform/http.ts'
import { getOpenTasks } from './open-tasks.ts'
import { answerWork, getTask, handIn, setTask } from './tasks-of-lesson.ts'

export function lessonTaskRoutes(app: FastifyInstance, context: Context): void {
  const { get, set, hand, answer, open } = lessonTaskEndpoints
  handle(app, open, ({ actor, params }) => getOpenTasks(context, actor, params))
  handle(app, get, ({ actor, params }) => getTask(context, actor, params))
  handle(app, set, ({ actor, params, body }) => setTask(context, actor, { ...params, ...body }))
  handle(app, hand, ({ actor, params, body }) => handIn(context, actor, { ...params, ...body }))
  handle(app, answer, ({ actor, params, body }) => answerWork(context, actor, { ...params, ...body }))
}
