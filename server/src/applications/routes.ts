import { applicationEndpoints } from '@kolosok/contract'
import type { FastifyInstance } from 'fastify'
import { handle } from '#platform/http.ts'
import type { ApplicationsContext } from './context.ts'
import { approveApplication, refuseApplication, returnApplication } from './decide.ts'
import { draftPaper } from './draft-papers.ts'
import { limitByAddress } from './limits.ts'
import { makeAdministratorCode } from './make-code.ts'
import { readMailed } from './mailed.ts'
import { putOrder } from './order.ts'
import { readForOperator, readQueue } from './queue.ts'
import { readOrder, readOrderText } from './read-order.ts'
import { readStatus, withdrawApplication } from './status.ts'
import { submitApplication } from './submit.ts'

export function applicationRoutes(app: FastifyInstance, context: ApplicationsContext): void {
  const { draft, putOrder: put, submit, mailed, status, withdraw, ...operator } = applicationEndpoints
  handle(app, draft, async ({ body, client }) => {
    await limitByAddress(context, client.address, 'application-draft')
    return draftPaper(body)
  })
  handle(app, put, async ({ params, query, body, client }) => {
    await limitByAddress(context, client.address, 'application-order')
    return putOrder(context, { token: params.token, name: query.name, source: body })
  })
  handle(app, submit, async ({ params, body, client }) => {
    await limitByAddress(context, client.address, 'application-submit')
    return submitApplication(context, { token: params.token, form: body })
  })
  handle(app, status, ({ params }) => readStatus(context, params.token))
  handle(app, mailed, ({ params }) => readMailed(context, params.token))
  handle(app, withdraw, ({ params }) => withdrawApplication(context, params.token))

  handle(app, operator.list, ({ query }) => readQueue(context, query))
  handle(app, operator.get, ({ params }) => readForOperator(context, params.applicationId))
  handle(app, operator.order, ({ params }) => readOrder(context, params.applicationId))
  handle(app, operator.orderText, ({ params }) => readOrderText(context, params.applicationId))
  handle(app, operator.approve, ({ actor, params, body }) => approveApplication(context, actor, { ...params, ...body }))
  handle(app, operator.return, ({ actor, params, body }) => returnApplication(context, actor, { ...params, ...body }))
  handle(app, operator.refuse, ({ actor, params, body }) => refuseApplication(context, actor, { ...params, ...body }))
  handle(app, operator.makeCode, ({ actor, params }) => makeAdministratorCode(context, actor, params.applicationId))
}
