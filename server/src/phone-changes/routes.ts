import { phoneChangeEndpoints as ends } from '@kolosok/contract'
import type { FastifyInstance } from 'fastify'
import type { SignInPort } from '#identity/index.ts'
import type { Context } from '#platform/context.ts'
import { handle } from '#platform/http.ts'
import { changeByCodes, sendChangeCodes } from './by-codes.ts'
import { agreeToPhoneChange, refusePhoneChange } from './decide.ts'
import { getPhoneChanges } from './list.ts'
import { askForPhoneChange, stopPhoneChange } from './own.ts'
import { startForMember } from './start.ts'

export function phoneChangeRoutes(app: FastifyInstance, context: Context, port: SignInPort): void {
  handle(app, ends.sendCodes, ({ actor, body, client: { address } }) =>
    sendChangeCodes(context, actor, { ...body, address }),
  )
  handle(app, ends.change, ({ actor, body, client: { address } }) =>
    changeByCodes(context, port, actor, { ...body, address }),
  )
  handle(app, ends.ask, ({ actor, params, body, client: { address } }) =>
    askForPhoneChange(context, actor, { ...params, ...body, address }),
  )
  handle(app, ends.stop, ({ actor, params }) => stopPhoneChange(context, actor, params.phoneChangeId))
  handle(app, ends.start, async ({ actor, params, body }) => {
    await startForMember(context, actor, { ...params, ...body })
    return {}
  })
  handle(app, ends.list, ({ actor, params }) => getPhoneChanges(context, actor, params.organizationId))
  handle(app, ends.agree, ({ actor, params, body }) => agreeToPhoneChange(context, actor, { ...params, ...body }))
  handle(app, ends.refuse, async ({ actor, params }) => {
    await refusePhoneChange(context, actor, params)
    return {}
  })
  operatorRoutes(app, context)
}

function operatorRoutes(app: FastifyInstance, context: Context): void {
  const everywhere = { organizationId: null }
  handle(app, ends.listAll, ({ actor }) => getPhoneChanges(context, actor, null))
  handle(app, ends.agreeForAll, ({ actor, params, body }) =>
    agreeToPhoneChange(context, actor, { ...params, ...body, ...everywhere }),
  )
  handle(app, ends.refuseForAll, async ({ actor, params }) => {
    await refusePhoneChange(context, actor, { ...params, ...everywhere })
    return {}
  })
}
