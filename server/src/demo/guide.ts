import { type Endpoint, identityEndpoints, pathOf } from '@kolosok/contract'
import type { FastifyInstance, InjectOptions } from 'fastify'
import type { z } from 'zod'
import type { OutgoingMessage } from '#platform/outbox.ts'
import type { FullName } from './families.ts'
import type { DemoOutbox } from './outgoing.ts'

type Out<E extends Endpoint> = E['response'] extends z.ZodType ? z.output<E['response']> : unknown
type Input = { params?: Record<string, string>; query?: Record<string, string>; body?: unknown }

export type Visitor = {
  readonly call: <E extends Endpoint>(endpoint: E, input?: Input) => Promise<Out<E>>
  readonly send: (options: InjectOptions & { url: string }) => Promise<Record<string, string>>
}

/** Walks the paths that people walk, through the same API: what can't be done there isn't in the demonstration. */
export function createGuide(app: FastifyInstance, outbox: { readonly next: () => Promise<OutgoingMessage> }) {
  let visitors = 0

  function visitor(cookie = ''): Visitor {
    visitors += 1
    // Everybody comes from an address of their own, or the limits against guessing would hold them up.
    const remoteAddress = `10.0.${String(visitors >> 8)}.${String(visitors & 255)}`

    async function request(options: InjectOptions & { url: string }) {
      const answer = await app.inject({ remoteAddress, ...options, headers: { cookie, ...options.headers } })
      if (answer.statusCode >= 300) throw new Error(`${String(options.method)} ${options.url}: ${answer.body}`)
      return answer
    }

    return {
      async call(endpoint, { params, query, body } = {}) {
        const answer = await request({
          method: endpoint.method,
          url: pathOf(endpoint, params),
          ...(query && { query }),
          ...(body !== undefined && { payload: body as object }),
        })
        return answer.json()
      },
      async send(options) {
        const { headers } = await request(options)
        return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))
      },
    }
  }

  return {
    visitor,

    /** By the code of an SMS, as everybody. */
    async signIn(phone: string, name?: FullName): Promise<Visitor> {
      const sms = outbox.next()
      const { handle } = await visitor().call(identityEndpoints.sendCode, { body: { phone, way: 'sms' } })
      const code = /\d{6}/.exec((await sms).text)?.[0]
      const { 'set-cookie': cookie = '' } = await visitor().send({
        method: 'POST',
        url: pathOf(identityEndpoints.signIn),
        payload: { handle, code },
      })
      const person = visitor(cookie.split(';')[0])
      if (name) await person.call(identityEndpoints.changeMe, { body: name })
      return person
    },

    /** For whoever came by a link that knows no number. */
    async provePhone(person: Visitor, phone: string): Promise<void> {
      const sms = outbox.next()
      const { handle } = await person.call(identityEndpoints.sendPhoneCode, { body: { phone } })
      const code = /\d{6}/.exec((await sms).text)?.[0]
      await person.call(identityEndpoints.provePhone, { body: { handle, code } })
    },

    /** By a link such as the console's. */
    async follow(endpoint: Endpoint, params: Record<string, string>): Promise<Visitor> {
      const answer = await visitor().send({ method: endpoint.method, url: pathOf(endpoint, params) })
      return visitor((answer['set-cookie'] ?? '').split(';')[0])
    },
  }
}

export type Guide = ReturnType<typeof createGuide>

/** Lets the builder wait for the next SMS; everything is written down as it would be without it. */
export function listenIn(outbox: DemoOutbox): DemoOutbox & { next: () => Promise<OutgoingMessage> } {
  const waiting: ((message: OutgoingMessage) => void)[] = []
  return {
    list: outbox.list,
    async write(message) {
      await outbox.write(message)
      if (message.kind === 'sms') waiting.shift()?.(message)
    },
    next: () => new Promise((resolve) => waiting.push(resolve)),
  }
}
