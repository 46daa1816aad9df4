import { ticketEndpoints } from '@kolosok/contract'
import type { FastifyInstance } from 'fastify'
import type { Context } from '#platform/context.ts'
import { handle } from '#platform/http.ts'
import { ask } from './ask.ts'
import { assign, pass, rate, setRead, solve } from './decide.ts'
import { getFigures, getOperatorQueue, getOwn, getQueue } from './queue.ts'
import { getTicket } from './read-ticket.ts'
import { say } from './say.ts'

export function ticketRoutes(app: FastifyInstance, context: Context): void {
  const { own, get, queue, operatorQueue, figures, ...steps } = ticketEndpoints
  handle(app, own, ({ actor, query }) => getOwn(context, actor, query))
  handle(app, get, ({ actor, params, query }) => getTicket(context, actor, { ...params, ...query }))
  handle(app, queue, ({ actor, params, query }) => getQueue(context, actor, { ...params, ...query }))
  handle(app, operatorQueue, ({ actor, query }) => getOperatorQueue(context, actor, query))
  handle(app, figures, () => getFigures(context))

  handle(app, steps.ask, ({ actor, params, body }) => ask(context, actor, { ...params, ...body }))
  handle(app, steps.say, ({ actor, params, body }) => say(context, actor, { ...params, ...body }))
  handle(app, steps.assign, ({ actor, params, body }) => assign(context, actor, { ...params, ...body }))
  handle(app, steps.pass, ({ actor, params, body }) => pass(context, actor, { ...params, ...body }))
  handle(app, steps.solve, ({ actor, params }) => solve(context, actor, params))
  handle(app, steps.rate, ({ actor, params, body }) => rate(context, actor, { ...params, ...body }))
  handle(app, steps.setRead, ({ actor, params, body }) => setRead(context, actor, { ...params, ...body }))
}
