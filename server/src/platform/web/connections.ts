import type { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'

/** For answers under way when the server ends. */
const GRACE_MS = 2_000

/**
 * The server ends when its last connection does. Idle ones are closed at once; whoever sends or reads too slowly,
 * or has gone without a word in the middle of a call, would hold it up for ever.
 */
export function endConnections(app: FastifyInstance): void {
  const open = new Set<Socket>()
  function forget(this: Socket): void {
    open.delete(this)
  }
  app.server.on('connection', (socket: Socket) => {
    open.add(socket)
    socket.once('close', forget)
  })
  app.addHook('preClose', () => {
    setTimeout(() => {
      for (const socket of open) socket.destroy()
    }, GRACE_MS).unref()
  })
}
