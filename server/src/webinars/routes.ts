import { certificateEndpoints, webinarEndpoints, webinarPlanEndpoints } from '@kolosok/contract'
import type { FastifyInstance } from 'fastify'
import type { Context } from '#platform/context.ts'
import { handle } from '#platform/http.ts'
import type { Pace } from '#platform/pace.ts'
import { cancelWebinar, publishWebinar, removeWebinar } from './announce.ts'
import { getCertificate, getPaper } from './certificates.ts'
import { issue, mark, revoke } from './certify.ts'
import { saveWebinar } from './plan-webinar.ts'
import { getCalendarFile, getPeople, getPlans, getWebinar, getWebinars, showPlan } from './read-webinars.ts'
import { register, withdraw } from './register.ts'

/** How often one person may do what costs a write. */
type Paces = { readonly change: Pace }

export function webinarRoutes(app: FastifyInstance, context: Context, paces: Paces): void {
  const { list, get, calendarFile } = webinarEndpoints
  handle(app, list, ({ actor, query }) => getWebinars(context, actor, query))
  handle(app, get, ({ actor, params }) => getWebinar(context, actor, params.webinarId))
  handle(app, webinarEndpoints.register, ({ actor, params, body }) => {
    paces.change(actor.accountId)
    return register(context, actor, { ...params, ...body })
  })
  handle(app, webinarEndpoints.withdraw, ({ actor, params }) => {
    paces.change(actor.accountId)
    return withdraw(context, actor, params.webinarId)
  })
  handle(app, calendarFile, ({ actor, params }) => getCalendarFile(context, actor, params.webinarId))
  handle(app, webinarEndpoints.paper, ({ actor, params }) => getPaper(context, actor, params.webinarId))
  handle(app, certificateEndpoints.get, ({ params, client }) => getCertificate(context, params.number, client.address))

  const plans = webinarPlanEndpoints
  handle(app, plans.list, ({ actor, query }) => getPlans(context, actor, query))
  handle(app, plans.get, ({ actor, params }) => showPlan(context, actor, params.webinarId))
  handle(app, plans.save, ({ actor, params, body }) => saveWebinar(context, actor, { ...params, ...body }))
  handle(app, plans.publish, ({ actor, params, body }) => publishWebinar(context, actor, { ...params, ...body }))
  handle(app, plans.cancel, ({ actor, params, body }) => cancelWebinar(context, actor, { ...params, ...body }))
  handle(app, plans.remove, ({ actor, params }) => removeWebinar(context, actor, params.webinarId))
  handle(app, plans.people, ({ actor, params, query }) => getPeople(context, actor, { ...params, ...query }))
  handle(app, plans.mark, ({ actor, params, body }) => mark(context, actor, { ...params, ...body }))
  handle(app, plans.issue, ({ actor, params }) => issue(context, actor, params.webinarId))
  handle(app, plans.revoke, ({ actor, params }) => revoke(context, actor, params))
}
