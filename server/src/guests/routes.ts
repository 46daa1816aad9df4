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
  handle(app, guestEndpoints.open, ({ params, client }) => {
    pace(networkOf(client.address))
    return openLink(context, params.token)
  })
  handle(app, guestEndpoints.ask, ({ params, body, client }) => {
    pace(networkOf(client.address))
    return askToComeIn(context, { ...params, ...body, address: client.address })
  })
  handle(app, guestEndpoints.get, ({ params, client }) => {
    pace(networkOf(client.address))
    return lookAtDoor(context, params.key)
  })
  handle(app, guestEndpoints.join, ({ params, client }) => {
    pace(networkOf(client.address))
    return joinAsGuest(context, params.key)
  })
  handle(app, guestEndpoints.comeBack, ({ params, client }) => {
    pace(networkOf(client.address))
    return comeBack(context, { ...params, address: client.address })
  })
  handle(app, guestEndpoints.leave, ({ params, client }) => {
    pace(networkOf(client.address))
    return leaveAsGuest(context, params.key)
  })
}
