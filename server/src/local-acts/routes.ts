import { localActEndpoints } from '@kolosok/contract'
import type { FastifyInstance } from 'fastify'
import type { FilesContext } from '#files/index.ts'
import { handle } from '#platform/http.ts'
import { acknowledge } from './acknowledge.ts'
import { beginLocalAct, beginNextEdition } from './begin.ts'
import { removeLocalAct, writeLocalAct } from './edit.ts'
import { getPaper } from './paper.ts'
import { getLocalAct, getLocalActs } from './read.ts'
import { repeal } from './repeal.ts'
import { enterStep, returnToDraft } from './steps.ts'

export function localActRoutes(app: FastifyInstance, context: FilesContext): void {
  const { list, get, begin, beginNext, write, remove, paper } = localActEndpoints
  handle(app, list, ({ actor, params, query }) => getLocalActs(context, actor, { ...params, ...query }))
  handle(app, get, ({ actor, params }) => getLocalAct(context, actor, params))
  handle(app, begin, ({ actor, params, body }) => beginLocalAct(context, actor, { ...params, ...body }))
  handle(app, beginNext, ({ actor, params }) => beginNextEdition(context, actor, params))
  handle(app, write, ({ actor, params, body }) => writeLocalAct(context, actor, { ...params, ...body }))
  handle(app, remove, ({ actor, params }) => removeLocalAct(context, actor, params))
  handle(app, localActEndpoints.enterStep, ({ actor, params, body }) =>
    enterStep(context, actor, { ...params, ...body }),
  )
  handle(app, localActEndpoints.returnToDraft, ({ actor, params, body }) =>
    returnToDraft(context, actor, { ...params, ...body }),
  )
  handle(app, localActEndpoints.repeal, ({ actor, params, body }) => repeal(context, actor, { ...params, ...body }))
  handle(app, paper, ({ actor, params }) => getPaper(context, actor, params))
  handle(app, localActEndpoints.acknowledge, ({ actor, params, body }) =>
    acknowledge(context, actor, { ...params, ...body }),
  )
}
