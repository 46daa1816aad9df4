import { guestEndpoints, guestLinkEndpoints, MAX_LINK_GUESTS } from '@kolosok/contract'
import type { FastifyInstance } from 'fastify'
import type { CallContext } from '#calls/index.ts'
import { handle } from '#platform/http.ts'
import { networkOf } from '#platform/network-of.ts'
import { createPace } from '#platform/pace.ts'
import { askToComeIn, comeBack, joinAsGuest, leaveAsGuest, lookAtDoor, openLink } from './guest.ts'
import { getLink, revokeLink, saveLink } from './link.ts'

export function guestRoutes(app: FastifyInstance, context: CallContext): void {
  handle(app, guestLinkEndpoints.get, ({ actor, params }) => getLink(context, actor, params))
  handle(app, guestLinkEndpoints.save, ({ actor, params, body }) => saveLink(context, actor, { ...params, ...body }))
  handle(app, guestLinkEndpoints.revoke, ({ actor, params }) => revokeLink(context, actor, params))

  // As many as a link lets in may wait behind one address and ask fifteen times a minute each; a script asks more.
  const pace = createPace(context.clock, { burst: 6 * MAX_LINK_GUESTS, perMinute: 20 * MAX_LINK_GUESTS })
  const paced: typeof handle = (on, endpoint, answer) => {
    handle(on, endpoint, (asked) => {
      pace(networkOf(asked.client.address))
      return answer(asked)
    })
  }
  paced(app, guestEndpoints.open, ({ params }) => openLink(context, params.token))
  paced(app, guestEndpoints.ask, ({ params, body, client }) =>
    askToComeIn(context, { ...params, ...body, address: client.address }),
  )
  paced(app, guestEndpoints.get, ({ params }) => lookAtDoor(context, params.key))
  paced(app, guestEndpoints.join, ({ params }) => joinAsGuest(context, params.key))
  paced(app, guestEndpoints.comeBack, ({ params, client }) => comeBack(context, { ...params, address: client.address }))
  paced(app, guestEndpoints.leave, ({ params }) => leaveAsGuest(context, params.key))
}
