import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { simpleParser, type ParsedMail } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { afterEach, expect, test } from 'vitest'
import { transact } from '#platform/db.ts'
import { createMail } from '#platform/mail.ts'
import { createOutbox } from './outbox.ts'
import { createWorld } from './world.ts'

const closers: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

async function startMailServer({ refuseFirst = 0, host = '127.0.0.1' } = {}) {
  const received: ParsedMail[] = []
  let refusals = refuseFirst
  const server = new SMTPServer({
    authOptional: true,
    allowInsecureAuth: true,
    onAuth: (_, __, done) => {
      done(null, { user: 'kolosok' })
    },
    disabledCommands: ['STARTTLS'],
    onMailFrom: (_, __, done) => {
      done(refusals-- > 0 ? new Error('come again') : undefined)
    },
    onData: (stream, _, done) => {
      void simpleParser(stream).then((mail) => {
        received.push(mail)
        done()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, host, resolve))
  closers.push(
    () =>
      new Promise<void>((resolve) => {
        server.close(resolve)
      }),
  )
  return { received, port: (server.server.address() as AddressInfo).port }
}

type Received = { method: string | undefined; url: string | undefined; headers: object; body: string }

async function startGateway({ status = 200 } = {}) {
  const received: Received[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      received.push({ method: request.method, url: request.url, headers: request.headers, body })
      response.writeHead(status).end('ok')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closers.push(
    () =>
      new Promise((resolve) => {
        server.close(resolve)
      }),
  )
  return { received, url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}` }
}

async function startWorld(options: Parameters<typeof createWorld>[0]) {
  const world = await createWorld(options)
  closers.push(() => world.close())
  return world
}

const greeting = {
  to: 'mama@example.ru',
  subject: 'Вас ждут в «Колоске»',
  paragraphs: ['Здравствуйте! <b>Это</b> & то.'],
  code: '123456',
  button: { text: 'Открыть', url: 'https://kolosok.test/a/1' },
}

test('a letter reaches a real mail server in both forms, with what was typed made harmless', async () => {
  const { received, port } = await startMailServer()
  const env = { SMTP_URL: `smtp://127.0.0.1:${String(port)}`, MAIL_FROM: 'Колосок <no-reply@kolosok.test>' }
  const world = await startWorld({ env })

  await transact(world.db, (tx) => world.context.mail.send(tx, greeting, { aboutId: crypto.randomUUID() }))
  expect(received).toHaveLength(0)
  await world.runJobs()

  expect(received).toHaveLength(1)
  expect(received[0]).toMatchObject({
    subject: 'Вас ждут в «Колоске»',
    from: { text: '"Колосок" <no-reply@kolosok.test>' },
    to: { text: 'mama@example.ru' },
  })
  expect(received[0]?.text).toContain('Здравствуйте! <b>Это</b> & то.')
  expect(received[0]?.text).toContain('Открыть: https://kolosok.test/a/1')
  expect(received[0]?.html).toContain('&lt;b&gt;Это&lt;/b&gt; &amp; то.')
  expect(received[0]?.html).toContain('123456')
  // By its own number it is known if it comes back.
  const { id } = await world.db.selectFrom('outgoing_letter').select('id').executeTakeFirstOrThrow()
  expect(received[0]?.messageId).toMatch(new RegExp(`^<${id}@`))
})

test('a password crosses no net openly: a server elsewhere that can not encrypt is sent neither it nor the letter', async () => {
  // Not the machine’s own name, so as good as elsewhere.
  const { received, port } = await startMailServer({ host: '127.0.0.2' })
  const at = `127.0.0.2:${String(port)}`
  const world = await startWorld({
    env: { SMTP_URL: `smtp://kolosok:secret@${at}`, MAIL_FROM: 'no-reply@kolosok.test' },
  })
  const { db, config, mail } = world.context
  await expect(mail.deliver(greeting)).rejects.toMatchObject({ kind: 'unreachable' })
  expect(received).toHaveLength(0)

  await createMail(db, { ...config, SMTP_URL: `smtp://${at}` }).deliver(greeting)
  expect(received).toHaveLength(1)
})

test('a letter of a transaction that failed is never sent', async () => {
  const outbox = createOutbox()
  const world = await startWorld({ outbox })

  const failed = transact(world.db, async (tx) => {
    await world.context.mail.send(tx, greeting)
    throw new Error('changed my mind')
  })

  await expect(failed).rejects.toThrow('changed my mind')
  await world.runJobs()
  expect(outbox.messages).toEqual([])
})

test('a letter that the mail server refused is tried again', async () => {
  const { received, port } = await startMailServer({ refuseFirst: 1 })
  const env = { SMTP_URL: `smtp://127.0.0.1:${String(port)}`, MAIL_FROM: 'no-reply@kolosok.test' }
  const world = await startWorld({ env })

  await transact(world.db, (tx) => world.context.mail.send(tx, greeting))
  await world.runJobs()
  expect(received).toHaveLength(0)
  await world.hurryJobs()

  expect(received).toHaveLength(1)
})

test('a letter whose time is over is dropped, not sent late', async () => {
  const outbox = createOutbox()
  const world = await startWorld({ outbox })

  await transact(world.db, (tx) => world.context.mail.send(tx, greeting, { until: new Date(Date.now() - 1) }))
  await world.runJobs()

  expect(outbox.messages).toEqual([])
})

test('without a mail server mail is off, and nothing piles up', async () => {
  const world = await startWorld({})

  await transact(world.db, (tx) => world.context.mail.send(tx, greeting))

  expect(world.context.mail.isOn).toBe(false)
  await expect(world.runJobs()).resolves.toBeUndefined()
})

const message = { phone: '+79123456789', text: 'Код "123456" & всё\nКолосок' }

test('an SMS goes to a JSON gateway with its headers, quotes and all', async () => {
  const { received, url } = await startGateway()
  const env = {
    SMS_URL: `${url}/send`,
    SMS_HEADERS: '{"authorization": "Bearer secret"}',
    SMS_BODY: '{"to": "{phone}", "text": "{text}"}',
  }
  const world = await startWorld({ env })

  await transact(world.db, (tx) => world.context.sms.send(tx, message))
  await world.runJobs()

  expect(received).toMatchObject([
    { method: 'POST', url: '/send', headers: { 'authorization': 'Bearer secret', 'content-type': 'application/json' } },
  ])
  expect(JSON.parse(received[0]?.body ?? '')).toEqual({ to: message.phone, text: message.text })
})

test('a gateway asked by address alone gets both escaped into it', async () => {
  const { received, url } = await startGateway()
  const world = await startWorld({
    env: { SMS_URL: `${url}/send?to={digits}&text={text}&key=1`, SMS_METHOD: 'GET' },
  })

  await transact(world.db, (tx) => world.context.sms.send(tx, message))
  await world.runJobs()

  const asked = new URL(received[0]?.url ?? '', url)
  expect(received[0]?.method).toBe('GET')
  expect(Object.fromEntries(asked.searchParams)).toEqual({ to: '79123456789', text: message.text, key: '1' })
})

test('an SMS that the gateway did not take is tried again', async () => {
  const { received, url } = await startGateway({ status: 500 })
  const world = await startWorld({ env: { SMS_URL: url, SMS_BODY: 'to={phone}&text={text}' } })

  await transact(world.db, (tx) => world.context.sms.send(tx, message))
  await world.runJobs()
  await world.hurryJobs()

  expect(received.map(({ body }) => Object.fromEntries(new URLSearchParams(body)))).toEqual([
    { to: message.phone, text: message.text },
    { to: message.phone, text: message.text },
  ])
})
