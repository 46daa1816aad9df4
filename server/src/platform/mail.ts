import nodemailer from 'nodemailer'
import { z } from 'zod'
import type { Config } from './config.ts'
import type { Tx } from './db.ts'
import { addJob, defineTask, type Tasks } from './jobs.ts'
import { letter, type Letter, renderLetter } from './letter.ts'
import type { Outbox } from './outbox.ts'
import { SendFailure } from './send-failure.ts'

const SEND = 'send-mail'
const payload = z.object({ letter, until: z.iso.datetime().optional() })

export type SendOptions = {
  /** Not worth sending afterwards (a code that has expired). */
  readonly until?: Date
  /** Waits until then: an organization keeps quiet. */
  readonly notBefore?: Date | null
  /** To many at once: one after another, so that nobody's code waits behind them. */
  readonly isBulk?: boolean
}

/** Letters. Queued in the transaction that causes them, sent right after it, retried for some hours. */
export type Mail = {
  /** Without a mail server `send` does nothing; screens must not promise a letter then. */
  readonly isOn: boolean
  readonly send: (tx: Tx, letter: Letter, options?: SendOptions) => Promise<void>
  /** At once, outside of any transaction; throws a `SendFailure`. */
  readonly deliver: (letter: Letter) => Promise<void>
  readonly tasks: Tasks
}

export function createMail(config: Config, outbox?: Outbox): Mail {
  const deliver = createDelivery(config, outbox)
  if (!deliver) return { isOn: false, send: () => Promise.resolve(), deliver: rejectOff, tasks: {} }
  return {
    isOn: true,
    deliver,
    send: (tx, letter, { until, notBefore, isBulk = false } = {}) =>
      addJob(
        tx,
        SEND,
        { letter, ...(until && { until: until.toISOString() }) },
        { ...laterUntil(notBefore, 10), ...(isBulk && { queue: 'bulk-mail' }) },
      ),
    tasks: {
      [SEND]: defineTask(payload, async ({ letter, until }) => {
        if (until === undefined || Date.parse(until) > Date.now()) await deliver(letter)
      }),
    },
  }
}

/** When the queue takes it up, and how often it tries. */
export const laterUntil = (notBefore: Date | null | undefined, maxAttempts: number) => ({
  maxAttempts,
  ...(notBefore && { runAt: notBefore }),
})

const rejectOff = () => Promise.reject(new SendFailure('unreachable', 'Mail is off'))

/** What the server says of this letter or address decides about it alone; anything else about all of them. */
function toFailure(error: unknown): SendFailure {
  const { responseCode: status = 0, code } = error as { responseCode?: number; code?: string }
  if (code === 'EAUTH' || status === 421 || status === 0) return new SendFailure('unreachable', error)
  return new SendFailure(status >= 500 ? 'refused' : 'later', error)
}

function createDelivery(
  { SMTP_URL, MAIL_FROM, publicUrl }: Config,
  outbox: Outbox | undefined,
): ((letter: Letter) => Promise<void>) | null {
  if (outbox) {
    return ({ to, subject, replyTo, ...rest }) => {
      const rendered = renderLetter({ to, subject, ...rest }, publicUrl)
      return outbox.write({ kind: 'mail', to, subject, ...rendered, ...(replyTo && { replyTo }) })
    }
  }
  if (SMTP_URL === undefined) return null
  const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 }
  const transport = nodemailer.createTransport({ url: SMTP_URL, ...timeouts })
  const from = MAIL_FROM ?? `Колосок <no-reply@${new URL(publicUrl).hostname}>`
  return async (letter) => {
    // `auto-generated` keeps holiday answers away.
    const headers = { 'Auto-Submitted': 'auto-generated' }
    const { to, subject, replyTo } = letter
    await transport
      .sendMail({ from, to, subject, headers, ...(replyTo && { replyTo }), ...renderLetter(letter, publicUrl) })
      .catch((error: unknown) => {
        throw toFailure(error)
      })
  }
}
