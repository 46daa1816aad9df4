import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { FastifyInstance } from 'fastify'

export type UpgradeHandler = (request: IncomingMessage, socket: Duplex, head: Buffer) => void

/**
 * Hands the WebSocket upgrades of `path` and everything below it to `handler`, which checks the origin and
 * whoever asks by itself. What nobody has claimed is closed.
 */
export function onUpgrade(app: FastifyInstance, path: string, handler: UpgradeHandler): void {
  const found = handlers.get(app.server)
  if (found) {
    found.set(path, handler)
    return
  }
  const mine = new Map([[path, handler]])
  handlers.set(app.server, mine)
  app.server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // Node has taken its own listener off: without one, whoever hangs up at once would end the process.
    socket.on('error', destroy)
    const asked = (request.url ?? '').split('?', 1)[0] ?? ''
    const claimed = [...mine].find(([prefix]) => asked === prefix || asked.startsWith(`${prefix}/`))
    if (claimed) claimed[1](request, socket, head)
    else refuseUpgrade(socket, '404 Not Found')
  })
}

// Not a closure: one made beside `request` would keep it, 8 kB with its headers, as long as the socket.
function destroy(this: Duplex): void {
  this.destroy()
}

/** Answers an upgrade with nothing but why not. */
export function refuseUpgrade(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

const handlers = new WeakMap<object, Map<string, UpgradeHandler>>()

/** Whether the page behind an upgrade came over HTTPS, ours or the proxy's: it decides which cookie counts. */
export function isSecureUpgrade(request: IncomingMessage, trustsProxy: boolean): boolean {
  if ('encrypted' in request.socket) return true
  return trustsProxy && request.headers['x-forwarded-proto'] === 'https'
}
