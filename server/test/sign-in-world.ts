import type { CodeSent, SignedIn } from '@kolosok/contract'
import { createPersonalCode, type PersonalCodePurpose } from '#identity/index.ts'
import type { Actor } from '#platform/actor.ts'
import { transact } from '#platform/db.ts'
import { createOutbox } from './outbox.ts'
import { createWorld, origin } from './world.ts'

const MINUTE = 60_000

/** A world in which codes go out by SMS and mail, and time is turned by hand. */
export async function createSignInWorld() {
  const outbox = createOutbox()
  let now = Date.now()
  const world = await createWorld({ outbox, clock: () => new Date(now) })

  const post = (url: string, payload: object, cookie?: string) => postFrom('127.0.0.1', url, payload, cookie)

  /** The same, by somebody at another address of the network. */
  async function postFrom(remoteAddress: string, url: string, payload: object, cookie?: string) {
    const headers = { origin, ...(cookie !== undefined && { cookie }) }
    const answer = await world.request({ method: 'POST', url, payload, headers, remoteAddress })
    return {
      status: answer.statusCode,
      body: answer.json<Record<string, unknown>>(),
      cookie: String(answer.headers['set-cookie'] ?? '').split(';')[0] ?? '',
    }
  }

  return {
    ...world,
    outbox,
    post,
    postFrom,
    later: (minutes: number) => (now += minutes * MINUTE),
    now: () => new Date(now),

    async askForCode(phone: string, { email }: { email?: string } = {}) {
      const way = email === undefined ? 'sms' : 'email'
      const { body } = await post('/api/sign-in/codes', { phone, way, ...(email !== '' && { email }) })
      await world.runJobs()
      return body as unknown as CodeSent
    },

    /** The code that arrived at this number or address. */
    codeAt: (to: string) => /\d{6}/.exec(outbox.lastTo(to).text)?.[0] ?? '',

    /** Somebody who proves this number, from asking to being in. */
    async comesIn(phone: string) {
      const { handle } = await this.askForCode(phone)
      const { status, body, cookie } = await post('/api/sign-in', { handle, code: this.codeAt(phone) })
      if (status !== 200) throw new Error(JSON.stringify(body))
      now += MINUTE // The next code may be asked for.
      return { ...(body as unknown as SignedIn), cookie }
    },

    async comesInByMail(phone: string, email: string) {
      const { handle } = await this.askForCode(phone, { email })
      const { status, body, cookie } = await post('/api/sign-in', { handle, code: this.codeAt(email) })
      if (status !== 200) throw new Error(JSON.stringify(body))
      now += MINUTE
      return { ...(body as unknown as SignedIn), cookie }
    },

    get: async (url: string, cookie: string) => {
      const answer = await world.request({ url, headers: { cookie } })
      return { status: answer.statusCode, body: answer.json<Record<string, unknown>>() }
    },

    personalCode: (by: Actor, purpose: PersonalCodePurpose) =>
      transact(world.db, (tx, afterCommit) => createPersonalCode(world.context, tx, by, purpose, afterCommit)),
  }
}

/** Another six digits than these. */
export const otherThan = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')
