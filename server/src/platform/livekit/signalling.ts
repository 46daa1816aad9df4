import type { ClientRequest, IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { createProxyServer } from 'http-proxy-3'
import type { Logger } from 'pino'
import { AppError } from '../app-error.ts'
import { onUpgrade, refuseUpgrade } from '../upgrades.ts'
import type { LivekitAccess } from './access.ts'

type Gate = {
  readonly livekit: LivekitAccess
  readonly log: Logger
  readonly isOwnOrigin: (origin: string) => boolean
  /** Whether this token's owner may still come in. */
  readonly mayEnter: (token: string) => Promise<boolean>
}

/** Browsers reach LiveKit through our own address: one certificate, one port. The token in the call says who may. */
export function livekitRoutes(app: FastifyInstance, { livekit, log, isOwnOrigin, mayEnter }: Gate): void {
  const proxy = createProxyServer({ target: livekit.url, changeOrigin: true, xfwd: true })
  proxy.on('proxyReq', showOneToken)
  proxy.on('proxyReqWs', showOneToken)
  proxy.on('error', (error, _, answer) => {
    log.debug({ err: error }, 'LiveKit does not answer')
    if ('writeHead' in answer && !answer.headersSent) answer.writeHead(503)
    answer.end()
  })
  app.get('/rtc/*', async (request, reply) => {
    if (!livekit.state().isAvailable) throw new AppError('unavailable')
    if (!(await mayEnter(tokenOf(request.raw)))) throw new AppError('forbidden')
    reply.hijack()
    proxy.web(request.raw, reply.raw)
  })

  async function pass(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const { origin } = request.headers
    // A program that is no browser sends none, and has its token to show.
    if (origin !== undefined && !isOwnOrigin(origin)) refuseUpgrade(socket, '403 Forbidden')
    else if (!livekit.state().isAvailable) refuseUpgrade(socket, '503 Service Unavailable')
    else if (!(await mayEnter(tokenOf(request)))) refuseUpgrade(socket, '403 Forbidden')
    else if (!socket.destroyed) proxy.ws(request, socket, head)
  }
  onUpgrade(app, '/rtc', (request, socket, head) => {
    pass(request, socket, head).catch((error: unknown) => {
      log.error({ err: error }, 'who comes to a call could not be checked')
      refuseUpgrade(socket, '503 Service Unavailable')
    })
  })
}

/** Two may come along, and LiveKit reads the header first: it gets the one that was asked about, and no cookies. */
function showOneToken(outgoing: ClientRequest, incoming: IncomingMessage): void {
  outgoing.removeHeader('cookie')
  outgoing.setHeader('authorization', `Bearer ${tokenOf(incoming)}`)
}

/** In the address from a browser's socket, in a header from everything else. */
function tokenOf({ url, headers }: IncomingMessage): string {
  const inAddress = new URLSearchParams(url?.split('?')[1]).get('access_token')
  return inAddress ?? headers.authorization?.replace(/^Bearer /, '') ?? ''
}
