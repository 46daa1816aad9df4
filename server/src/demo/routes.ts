import { demoEndpoints } from '@kolosok/contract'
import type { FastifyInstance } from 'fastify'
import type { EnterAs } from '#identity/index.ts'
import type { Context } from '#platform/context.ts'
import { handle } from '#platform/http.ts'
import type { DemoOutbox } from './outgoing.ts'
import { become, getPeople } from './people.ts'

/** Only the demonstration registers these. */
export function demoRoutes(
  app: FastifyInstance,
  context: Context,
  demo: { outbox: DemoOutbox; enterAs: EnterAs },
): void {
  handle(app, demoEndpoints.people, () => getPeople(context))
  handle(app, demoEndpoints.outgoing, async () => ({ messages: await demo.outbox.list() }))
  handle(app, demoEndpoints.become, ({ actor, params, client, cookie }) =>
    become(context, demo.enterAs, { ...params, client, before: actor }, cookie),
  )
}
