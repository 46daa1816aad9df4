import { broadcastChatEndpoints } from '@kolosok/contract'
import type { FastifyInstance } from 'fastify'
import { handle } from '#platform/http.ts'
import { createPace } from '#platform/pace.ts'
import { attemptNow } from '#rooms/index.ts'
import { getChat, remove, say, setChatOn, setMuted } from './chat.ts'
import type { BroadcastContext } from './context.ts'
import { createOutbox } from './outbox.ts'

/** A few words now and then; nobody reads more than that beside a picture. */
const OF_ONE = { burst: 5, perMinute: 20 }
/** Of all together: what hundreds would be sent hundreds of times. */
const OF_ALL = { burst: 30, perMinute: 300 }

export function broadcastChatRoutes(app: FastifyInstance, given: BroadcastContext): void {
  const { media, clock } = given
  const outbox = createOutbox((id, events) => attemptNow(given, media.sendToRoom(id, JSON.stringify({ events }))))
  const context = { ...given, outbox, ofAll: createPace(clock, OF_ALL) }
  const ofOne = createPace(clock, OF_ONE)
  const { list } = broadcastChatEndpoints
  handle(app, list, ({ actor, params, query }) => getChat(context, actor, { ...params, ...query }))
  handle(app, broadcastChatEndpoints.say, ({ actor, params, body }) => {
    ofOne(actor.accountId)
    return say(context, actor, { ...params, ...body })
  })
  handle(app, broadcastChatEndpoints.remove, ({ actor, params }) => remove(context, actor, params))
  handle(app, broadcastChatEndpoints.setMuted, ({ actor, params, body }) =>
    setMuted(context, actor, { ...params, ...body }),
  )
  handle(app, broadcastChatEndpoints.setOn, ({ actor, params, body }) =>
    setChatOn(context, actor, { ...params, ...body }),
  )
}
