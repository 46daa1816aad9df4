import { confirmationEndpoints } from '@kolosok/contract'
import type { FastifyInstance } from 'fastify'
import type { StructurePort } from '#organizations/index.ts'
import type { Context } from '#platform/context.ts'
import { handle } from '#platform/http.ts'
import { askForConfirmation, getOwnConfirmation } from './ask.ts'
import { decideTogether } from './decide-together.ts'
import { confirm, refuse, withdraw } from './decide.ts'
import { exportConfirmations, getConfirmations } from './queue.ts'
import { unconfirm } from './unconfirm.ts'

export function confirmationRoutes(app: FastifyInstance, context: Context, structure: StructurePort): void {
  const { list, mine, ask, confirm: yes, refuse: no, withdraw: back, decideTogether: many } = confirmationEndpoints
  handle(app, list, ({ actor, params, query }) => getConfirmations(context, actor, { ...params, ...query }))
  handle(app, confirmationEndpoints.export, ({ actor, params, body }) =>
    exportConfirmations(context, actor, { ...params, ...body }),
  )
  handle(app, mine, ({ actor, params }) => getOwnConfirmation(context, actor, params.organizationId))
  handle(app, ask, ({ actor, params, body }) => askForConfirmation(context, actor, { ...params, ...body }))
  handle(app, yes, ({ actor, params, body }) => confirm(context, structure, actor, { ...params, ...body }))
  handle(app, no, ({ actor, params, body }) => refuse(context, actor, { ...params, ...body }))
  handle(app, back, ({ actor, params, body }) => withdraw(context, structure, actor, { ...params, ...body }))
  handle(app, many, ({ actor, params, body }) => decideTogether(context, structure, actor, { ...params, ...body }))
  handle(app, confirmationEndpoints.unconfirm, ({ actor, params, body }) =>
    unconfirm(context, structure, actor, { ...params, ...body }),
  )
}
