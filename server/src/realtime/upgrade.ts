import type { IncomingMessage } from 'node:http'
import type { FastifyInstance } from 'fastify'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Actor } from '#platform/actor.ts'
import { onUpgrade, refuseUpgrade } from '#platform/upgrades.ts'
import { Connection } from './connection.ts'
import { type Realtime, serveSocket } from './session.ts'

const MAX_FRAME_BYTES = 64 * 1024

export type Gate = {
  readonly authenticate: (request: IncomingMessage) => Promise<Actor | null>
  readonly isOwnOrigin: (origin: string) => boolean
}

/** Opens /api/realtime: only for our own page and a signed-in account, decided before a socket exists. */
export function openSockets(app: FastifyInstance, realtime: Realtime, gate: Gate): WebSocketServer {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_FRAME_BYTES })

  onUpgrade(app, '/api/realtime', (request, stream, head) => {
    // A cookie comes along from any page; only the Origin tells whose page it was.
    if (!gate.isOwnOrigin(request.headers.origin ?? '')) {
      refuseUpgrade(stream, '403 Forbidden')
      return
    }
    gate.authenticate(request).then(
      (actor) => {
        if (!actor) {
          refuseUpgrade(stream, '401 Unauthorized')
          return
        }
        sockets.handleUpgrade(request, stream, head, (socket) => {
          socket.on('error', terminate)
          serveSocket(realtime, new Connection(actor, socket, stream), socket)
        })
      },
      () => {
        refuseUpgrade(stream, '503 Service Unavailable')
      },
    )
  })
  return sockets
}

// Not a closure either: it would keep the request as well.
function terminate(this: WebSocket): void {
  this.terminate()
}
