import nodemailer from 'nodemailer'
import { z } from 'zod'
import type { Config } from './config.ts'
import type { Db, Tx } from './db.ts'
import { addJob, defineSchedule, defineTask, type Tasks } from './jobs.ts'
import { letter, type Letter, renderLetter } from './letter.ts'
import type { Outbox } from './outbox.ts'
import { deleteOutgoingBefore, insertOutgoing, updateFailed, updateSent } from './outgoing-letters.ts'
import { SendFailure } from './send-failure.ts'
import { isThisMachine } from './this-machine.ts'

const SEND = 'send-mail'
/** Some hours. */
const MAX_ATTEMPTS = 10
const KEPT_MS = 90 * 24 * 3600 * 1000
const payload = z.object({ letter, until: z.iso.datetime().optional(), outgoingId: z.uuid().optional() })

export type SendOptions = {
  /** Not worth sending afterwards (a code that has expired). */
  readonly until?: Date
  /** Waits until then: an organization keeps quiet. */
  readonly notBefore?: Date | null
  /** To many at once: one after another, so that nobody's code waits behind them. */
  readonly isBulk?: boolean
  /** The ticket or application where what becomes of it is shown. */
  readonly aboutId?: string
}

/** `outgoingId`: it is told by its number, if a server sends it back. Nobody can guess it who has not had the letter. */
type Deliver = (letter: Letter, outgoingId?: string) => Promise<void>

/** Letters. Queued in the transaction that causes them, sent right after it, retried for some hours. */
export type Mail = {
  /** Without a mail server `send` does nothing; screens must not promise a letter then. */
  readonly isOn: boolean
  readonly send: (tx: Tx, letter: Letter, options?: SendOptions) => Promise<void>
  /** At once, outside of any transaction; throws a `SendFailure`. */
  readonly deliver: Deliver
  readonly tasks: Tasks
}

export function createMail(db: Db, config: Config, outbox?: Outbox): Mail {
  const deliver = createDelivery(config, outbox)
  if (!deliver) return { isOn: false, send: () => Promise.resolve(), deliver: rejectOff, tasks: {} }
  return {
    isOn: true,
    deliver,
    async send(tx, letter, { until, notBefore, isBulk = false, aboutId } = {}) {
      const outgoingId = aboutId === undefined ? undefined : await insertOutgoing(tx, aboutId, new Date())
      const job = { letter, ...(until && { until: until.toISOString() }), ...(outgoingId && { outgoingId }) }
      await addJob(tx, SEND, job, { ...laterUntil(notBefore, MAX_ATTEMPTS), ...(isBulk && { queue: 'bulk-mail' }) })
    },
    tasks: {
      [SEND]: defineTask(payload, async ({ letter, until, outgoingId }) => {
        if (until !== undefined && Date.parse(until) <= Date.now()) return
        const failure = await deliver(letter, outgoingId).then(() => undefined, toSendFailure)
        if (outgoingId !== undefined) await settle(db, outgoingId, failure)
        // An address that takes none takes none in an hour either.
        if (failure && failure.kind !== 'refused') throw failure
      }),
      'forget-outgoing-letters': defineSchedule('53 2 * * *', () =>
        deleteOutgoingBefore(db, new Date(Date.now() - KEPT_MS)),
      ),
    },
  }
}

function toSendFailure(error: unknown): SendFailure {
  return error instanceof SendFailure ? error : new SendFailure('later', error)
}

const settle = (db: Db, id: string, failure: SendFailure | undefined): Promise<void> =>
  failure ? updateFailed(db, id, { kind: failure.kind, maxAttempts: MAX_ATTEMPTS }) : updateSent(db, id)

/** When the queue takes it up, and how often it tries. */
export const laterUntil = (notBefore: Date | null | undefined, maxAttempts: number) => ({
  maxAttempts,
  ...(notBefore && { runAt: notBefore }),
})

const rejectOff = () => Promise.reject(new SendFailure('unreachable', 'Mail is off'))

/** What the server says of this letter or address decides about it alone; anything else about all of them. */
function toFailure(error: unknown): SendFailure {
  const { responseCode: status = 0, command } = error as { responseCode?: number; command?: string }
  // Before that it is our name, our password or our address that was not taken, which is no fault of this one's.
  const isAboutThisOne = command === 'RCPT TO' || command === 'DATA'
  if (!isAboutThisOne || status === 421 || status === 0) return new SendFailure('unreachable', error)
  return new SendFailure(status >= 500 ? 'refused' : 'later', error)
}

function createDelivery({ SMTP_URL, MAIL_FROM, publicUrl }: Config, outbox: Outbox | undefined): Deliver | null {
  if (outbox) {
    return ({ to, subject, replyTo, ...rest }) => {
      const rendered = renderLetter({ to, subject, ...rest }, publicUrl)
      return outbox.write({ kind: 'mail', to, subject, ...rendered, ...(replyTo && { replyTo }) })
    }
  }
  if (SMTP_URL === undefined) return null
  const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 }
  const { username, hostname: server } = new URL(SMTP_URL)
  // A password crosses the net encrypted, or not at all, whatever somebody between says the server can not do.
  const requireTLS = username !== '' && !isThisMachine(server)
  const transport = nodemailer.createTransport({ url: SMTP_URL, ...timeouts, ...(requireTLS && { requireTLS }) })
  const from = MAIL_FROM ?? `Колосок <no-reply@${new URL(publicUrl).hostname}>`
  const { hostname } = new URL(publicUrl)
  return async (letter, outgoingId) => {
    // `auto-generated` keeps holiday answers away.
    const headers = { 'Auto-Submitted': 'auto-generated' }
    const { to, subject, replyTo } = letter
    const named = outgoingId !== undefined && { messageId: `<${outgoingId}@${hostname}>` }
    await transport
      .sendMail({
        from,
        to,
        subject,
        headers,
        ...named,
        ...(replyTo && { replyTo }),
        ...renderLetter(letter, publicUrl),
      })
      .catch((error: unknown) => {
        throw toFailure(error)
      })
  }
}
