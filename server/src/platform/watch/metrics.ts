import type { FastifyInstance, FastifyRequest } from 'fastify'
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import { AppError } from '../app-error.ts'

const HERE = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

/** Figures for Prometheus, to this machine only: they are nobody else's business. */
export function metricsRoutes(app: FastifyInstance): void {
  const register = new Registry()
  collectDefaultMetrics({ register })
  const duration = new Histogram({
    name: 'kolosok_http_request_duration_seconds',
    help: 'Time to answer, by route',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3, 10],
    registers: [register],
  })
  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none'
    duration.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000)
    done()
  })
  app.get('/metrics', async (request, reply) => {
    if (!isHere(request)) throw new AppError('not-found')
    return reply.type(register.contentType).send(await register.metrics())
  })
}

/** A proxy on this machine speaks for others. */
const isHere = ({ socket, headers }: FastifyRequest): boolean =>
  HERE.has(socket.remoteAddress ?? '') && headers['x-forwarded-for'] === undefined
