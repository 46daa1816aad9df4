import type { FastifyInstance } from 'fastify'
import { createAuthenticate } from '#identity/index.ts'
import { installationRoutes } from '#installation/index.ts'
import { membershipRoutes } from '#memberships/index.ts'
import type { Context } from '#platform/context.ts'
import { clientOf, createHttpApp } from '#platform/http.ts'
import type { Tasks } from '#platform/jobs.ts'
import { createOriginCheck } from '#platform/origin.ts'

/** Wires the modules; the one place that knows them all. */
export function createApp(context: Context): FastifyInstance {
  const authenticate = createAuthenticate(context.db, context.bus)
  const app = createHttpApp({
    log: context.log,
    authenticate: (request) => authenticate(request.headers.cookie, clientOf(request).isSecure),
    isOwnOrigin: createOriginCheck(context.config),
  })
  installationRoutes(app, context)
  membershipRoutes(app, context)
  return app
}

/** What the job queue can do; started beside the app, drained by tests. */
export const createTasks = (context: Context): Tasks => ({ ...context.mail.tasks, ...context.sms.tasks })
