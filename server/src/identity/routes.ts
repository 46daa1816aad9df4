import { identityEndpoints } from '@kolosok/contract'
import type { FastifyInstance } from 'fastify'
import type { Context } from '#platform/context.ts'
import { type Call, handle } from '#platform/http.ts'
import { getMe } from './account.store.ts'
import { endDevice, endOtherDevices, listDevices, refuseComingBackCode } from './devices.ts'
import type { In } from './enter.ts'
import { changeNames, givePhone, provePhone, sendPhoneCode } from './me.ts'
import { useOperatorLink } from './operator-link.ts'
import { addOperator, removeOperator } from './operators.ts'
import { listOperators } from './operator.store.ts'
import { readPhone, sendCode } from './send-code.ts'
import { signIn, signInWithPersonalCode } from './sign-in.ts'
import type { SignInPort } from './sign-in-port.ts'

const ends = identityEndpoints
type SignInCall = Pick<Call<typeof ends.signIn>, 'actor' | 'client' | 'cookie'>

const from = ({ client, actor }: SignInCall) => ({ client, before: actor })

function welcome({ cookie }: SignInCall, { token, answer }: In) {
  cookie.start(token)
  return answer
}

export function identityRoutes(app: FastifyInstance, context: Context, port: SignInPort): void {
  handle(app, ends.sendCode, ({ body: { phone, way, email = null }, client: { address } }) =>
    sendCode(context, { purpose: 'signIn', phone: readPhone(phone), way, email, accountId: null, address }),
  )
  handle(app, ends.signIn, async (call) => welcome(call, await signIn(context, port, call.body, from(call))))
  handle(app, ends.signInWithPersonalCode, async (call) => {
    const typed = { ...call.body, phone: readPhone(call.body.phone) }
    return welcome(call, await signInWithPersonalCode(context, port, typed, from(call)))
  })
  handle(app, ends.useOperatorLink, async (call) =>
    welcome(call, await useOperatorLink(context, port, call.params.token, from(call))),
  )
  handle(app, ends.signOut, async ({ actor, cookie }) => {
    await endDevice(context, actor, actor.sessionId)
    cookie.end()
    return {}
  })
  accountRoutes(app, context, port)
  operatorRoutes(app, context)
}

function accountRoutes(app: FastifyInstance, context: Context, port: SignInPort): void {
  handle(app, ends.getMe, ({ actor }) => getMe(context.db, actor.accountId))
  handle(app, ends.changeMe, ({ actor, body }) => changeNames(context, actor, body))
  handle(app, ends.givePhone, ({ actor, body }) => givePhone(context, actor, body.phone))
  handle(app, ends.sendPhoneCode, ({ actor, body, client }) =>
    sendPhoneCode(context, actor, body.phone, client.address),
  )
  handle(app, ends.provePhone, ({ actor, body, client: { address } }) =>
    provePhone(context, port, actor, { ...body, address }),
  )
  handle(app, ends.listDevices, ({ actor }) => listDevices(context, actor))
  handle(app, ends.endDevice, async ({ actor, params }) => {
    await endDevice(context, actor, params.sessionId)
    return {}
  })
  handle(app, ends.endOtherDevices, async ({ actor }) => {
    await endOtherDevices(context, actor)
    return {}
  })
  handle(app, ends.revokeComingBackCode, async ({ actor, params }) => {
    await refuseComingBackCode(context, actor, params.personalCodeId)
    return {}
  })
}

function operatorRoutes(app: FastifyInstance, context: Context): void {
  handle(app, ends.listOperators, async () => ({ operators: await listOperators(context.db) }))
  handle(app, ends.addOperator, ({ actor, body }) => addOperator(context, actor, body))
  handle(app, ends.removeOperator, async ({ actor, params }) => {
    await removeOperator(context, actor, params.who)
    return {}
  })
}
