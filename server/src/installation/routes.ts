import { installationEndpoints } from '@kolosok/contract'
import type { FastifyInstance } from 'fastify'
import type { Context } from '#platform/context.ts'
import { handle } from '#platform/http.ts'
import { describeInstallation, showStatus } from './service.ts'

export function installationRoutes(app: FastifyInstance, context: Context): void {
  handle(app, installationEndpoints.get, () => Promise.resolve(describeInstallation(context)))
  const upSince = context.clock()
  handle(app, installationEndpoints.status, () => showStatus(context, upSince))
}
