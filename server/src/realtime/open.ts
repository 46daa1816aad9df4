import type { FastifyInstance } from 'fastify'
import type { ChatContext } from '#chats/index.ts'
import { createAnswers } from './answers.ts'
import { startHeartbeat } from './heartbeat.ts'
import { createHub } from './hub.ts'
import { startSweeping } from './sweep.ts'
import { type Gate, openSockets } from './upgrade.ts'

/** Brings what is committed to whom it concerns, for as long as the app lives. */
export function openRealtime(app: FastifyInstance, context: ChatContext, gate: Gate): void {
  const hub = createHub(context)
  context.bus.listen(hub.accept)
  const sockets = openSockets(app, { context, hub, answer: createAnswers(context, hub) }, gate)
  const stopHeartbeat = startHeartbeat(hub)
  const stopSweeping = startSweeping(context, hub, (error) => {
    context.log.error({ err: error }, 'sweep failed')
  })
  app.addHook('preClose', () => {
    stopHeartbeat()
    stopSweeping()
    for (const socket of sockets.clients) {
      socket.close(1001, 'restart')
      setTimeout(() => {
        socket.terminate() // Who does not answer would hold up the end.
      }, 1_000).unref()
    }
  })
}
