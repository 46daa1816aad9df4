import { z } from 'zod'
import type { Config } from './config.ts'
import type { Tx } from './db.ts'
import { addJob, defineTask, type Tasks } from './jobs.ts'
import type { Outbox } from './outbox.ts'
import { laterUntil, type SendOptions } from './mail.ts'
import { SendFailure } from './send-failure.ts'

const SEND = 'send-sms'
const TIMEOUT_MS = 10_000
const payload = z.object({ phone: z.string(), text: z.string(), until: z.iso.datetime().optional() })
type Message = Pick<z.infer<typeof payload>, 'phone' | 'text'>

/** SMS through whatever gateway the installation has; queued and retried like letters. */
export type Sms = {
  readonly isOn: boolean
  readonly send: (tx: Tx, message: Message, options?: SendOptions) => Promise<void>
  /** At once, outside of any transaction; throws a `SendFailure`. */
  readonly deliver: (message: Message) => Promise<void>
  readonly tasks: Tasks
}

export function createSms(config: Config, outbox?: Outbox): Sms {
  const deliver = createDelivery(config, outbox)
  if (!deliver) return { isOn: false, send: () => Promise.resolve(), deliver: rejectOff, tasks: {} }
  return {
    isOn: true,
    deliver,
    send: (tx, message, { until, notBefore } = {}) =>
      addJob(tx, SEND, { ...message, ...(until && { until: until.toISOString() }) }, laterUntil(notBefore, 6)),
    tasks: {
      [SEND]: defineTask(payload, async ({ phone, text, until }) => {
        if (until === undefined || Date.parse(until) > Date.now()) await deliver({ phone, text })
      }),
    },
  }
}

const rejectOff = () => Promise.reject(new SendFailure('unreachable', 'SMS are off'))

function toFailure(status: number): SendFailure {
  const cause = new Error(`The SMS gateway answered ${String(status)}`)
  if (status === 429) return new SendFailure('later', cause)
  // A key that is wrong, or a gateway that is broken, is wrong for everybody.
  return new SendFailure(status >= 500 || status === 401 || status === 403 ? 'unreachable' : 'refused', cause)
}

function createDelivery(config: Config, outbox: Outbox | undefined): ((message: Message) => Promise<void>) | null {
  if (outbox) return ({ phone, text }) => outbox.write({ kind: 'sms', to: phone, subject: '', text, html: '' })
  const { SMS_URL, SMS_METHOD, SMS_HEADERS, SMS_BODY } = config
  if (SMS_URL === undefined) return null
  const headers = z.record(z.string(), z.string()).parse(JSON.parse(SMS_HEADERS ?? '{}'))
  const type = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1]
  const bodyType = type ?? guessType(SMS_BODY)

  return async (message) => {
    const response = await fetch(fill(SMS_URL, message, encodeURIComponent), {
      method: SMS_METHOD,
      headers: {
        ...(SMS_BODY !== undefined && { 'content-type': bodyType }),
        ...Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, fill(value, message, oneLine)])),
      },
      ...(SMS_BODY !== undefined && { body: fill(SMS_BODY, message, escapeFor(bodyType)) }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    }).catch((error: unknown) => {
      throw new SendFailure('unreachable', error)
    })
    await response.body?.cancel()
    if (!response.ok) throw toFailure(response.status)
  }
}

const guessType = (body = '') =>
  body.trimStart().startsWith('{') ? 'application/json' : 'application/x-www-form-urlencoded'

const oneLine = (text: string) => text.replace(/[^\x20-\x7e]+/g, ' ')

/** The text can hold quotes and ampersands; they must not end the field they stand in. */
function escapeFor(type: string): (text: string) => string {
  if (type.includes('json')) return (text) => JSON.stringify(text).slice(1, -1)
  if (type.includes('urlencoded')) return encodeURIComponent
  if (type.includes('xml')) return (text) => text.replace(/[<>&"']/g, (sign) => `&#${String(sign.codePointAt(0))};`)
  return (text) => text
}

function fill(template: string, { phone, text }: Message, escape: (text: string) => string): string {
  const values: Record<string, string> = { phone, digits: phone.replace('+', ''), text }
  return template.replace(/\{(phone|digits|text)\}/g, (_, name: string) => escape(values[name] ?? ''))
}
