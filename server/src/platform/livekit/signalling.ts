import type { FastifyInstance } from 'fastify'
import { createProxyServer } from 'http-proxy-3'
import type { Logger } from 'pino'
import { AppError } from '../app-error.ts'
import { onUpgrade, refuseUpgrade } from '../upgrades.ts'
import type { LivekitAccess } from './access.ts'

/** Browsers reach LiveKit through our own address: one certificate, one port. The token in the call says who may. */
export function livekitRoutes(
  app: FastifyInstance,
  { livekit, log, isOwnOrigin }: { livekit: LivekitAccess; log: Logger; isOwnOrigin: (origin: string) => boolean },
): void {
  const proxy = createProxyServer({ target: livekit.url, changeOrigin: true, xfwd: true })
  proxy.on('proxyReq', (outgoing) => {
    outgoing.removeHeader('cookie')
  })
  proxy.on('proxyReqWs', (outgoing) => {
    outgoing.removeHeader('cookie')
  })
  proxy.on('error', (error, _, answer) => {
    log.debug({ err: error }, 'LiveKit does not answer')
    if ('writeHead' in answer && !answer.headersSent) answer.writeHead(503)
    answer.end()
  })
  app.get('/rtc/*', (request, reply) => {
    if (!livekit.state().isAvailable) throw new AppError('unavailable')
    reply.hijack()
    proxy.web(request.raw, reply.raw)
  })
  onUpgrade(app, '/rtc', (request, socket, head) => {
    const { origin } = request.headers
    // A program that is no browser sends none, and has its token to show.
    if (origin !== undefined && !isOwnOrigin(origin)) refuseUpgrade(socket, '403 Forbidden')
    else if (livekit.state().isAvailable) proxy.ws(request, socket, head)
    else refuseUpgrade(socket, '503 Service Unavailable')
  })
}
