import type { FastifyInstance } from 'fastify'
import type { RoomPort } from '#rooms/index.ts'
import type { CallContext } from './context.ts'
import { startKeeper } from './keeper.ts'
import { callRooms } from './rooms.ts'
import { callRoutes } from './routes.ts'

/** Its endpoints, the keeper that goes round, and its rooms for whoever comes to LiveKit. */
export function openCalls(app: FastifyInstance, context: CallContext): RoomPort {
  callRoutes(app, context)
  app.addHook('onClose', startKeeper(context).stop)
  return callRooms(context)
}
