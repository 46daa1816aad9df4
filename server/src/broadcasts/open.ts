import type { FastifyInstance } from 'fastify'
import type { RoomPort } from '#rooms/index.ts'
import type { BroadcastContext } from './context.ts'
import { startBroadcastKeeper } from './keeper.ts'
import { broadcastRooms } from './rooms.ts'
import { broadcastRoutes } from './routes.ts'

/** Its endpoints, the keeper that goes round, and its rooms for whoever comes to LiveKit. */
export function openBroadcasts(app: FastifyInstance, context: BroadcastContext): RoomPort {
  broadcastRoutes(app, context)
  app.addHook('onClose', startBroadcastKeeper(context).stop)
  return broadcastRooms(context)
}
