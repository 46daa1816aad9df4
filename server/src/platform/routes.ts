import type { FastifyInstance } from 'fastify'
import { apiDocsRoutes } from './api-docs/routes.ts'
import type { Context } from './context.ts'
import { healthRoutes } from './watch/health.ts'
import { metricsRoutes } from './watch/metrics.ts'
import { servePages } from './web/pages.ts'

/** What belongs to no module: the pages, the API's description, how the server is. */
export function platformRoutes(app: FastifyInstance, context: Context): void {
  healthRoutes(app, context)
  metricsRoutes(app)
  apiDocsRoutes(app)
  servePages(app)
}
