import type { IncomingLetter, Mailbox, Ticket, TicketPage } from '@kolosok/contract'
import nodemailer, { type SendMailOptions } from 'nodemailer'
import { createFiles } from '#files/index.ts'
import { allowance, type Allowance } from '#letters-in/guard.ts'
import { openListener } from '#letters-in/listen.ts'
import { openSpool } from '#letters-in/spool.ts'
import { createTasks } from '../src/tasks.ts'
import { createOutbox } from './outbox.ts'
import { readTestData } from './upload.ts'
import { createWorld } from './world.ts'

export const help = 'help@kolosok.test'
/** Where organizations apply. */
export const info = 'info@kolosok.test'

type Answer = { letters: IncomingLetter[]; next: string | null; address: string | null; mailbox: Mailbox | null }

/** An installation that takes in letters, and whoever sends them: by SMTP, as mail servers do. */
export async function createLetterWorld(allowed: Partial<Allowance> = {}, settings: Record<string, string> = {}) {
  const outbox = createOutbox()
  const time = { aheadMs: 0 }
  const env = {
    MAIL_IN_PORT: '2525',
    MAIL_IN_HOST: '127.0.0.1',
    MAIL_IN_ADDRESS: help,
    MAIL_IN_APPLICATIONS: info,
    SMTP_URL: 'smtp://127.0.0.1:1',
    MAIL_FROM: 'no@kolosok.test',
    ...settings,
  }
  const world = await createWorld({ env, outbox, clock: () => new Date(Date.now() + time.aheadMs) })
  await openSpool(world.context.config)
  const listener = await openListener(createFiles(world.context), 0, () => undefined, {
    ...allowance,
    ...allowed,
  })
  const operator = await world.person({ isOperator: true })

  /** What the server answers is the promise's. */
  function send(letter: SendMailOptions) {
    const transport = nodemailer.createTransport({ host: '127.0.0.1', port: listener.port, ignoreTLS: true })
    const from = 'Елена Кузнецова <elena@mail.example>'
    return transport.sendMail({ from, to: help, ...letter }).finally(() => {
      transport.close()
    })
  }
  async function letters(query: Record<string, string> = {}) {
    const answer = await operator.request({ url: '/api/operator/letters', query })
    return answer.json<Answer>()
  }
  const tickets = async () => (await operator.request({ url: '/api/operator/tickets' })).json<TicketPage>().tickets
  const look = async (id: string) => (await operator.request({ url: `/api/tickets/${id}` })).json<Ticket>()
  return {
    world,
    port: listener.port,
    outbox,
    time,
    operator,
    send,
    sendRaw: async (name: string, from = 'sender@mail.example', to = help) =>
      send({ raw: await readTestData(name), envelope: { from, to: [to] } }),
    letters,
    outcomes: async () => (await letters()).letters.map(({ outcome }) => outcome),
    tickets,
    look,
    async ticketOf(subject: string) {
      const found = (await tickets()).find((ticket) => ticket.subject === subject)
      if (!found) throw new Error(`No ticket «${subject}»`)
      return look(found.id)
    },
    /** What its schedule would run by night. */
    runTask: (name: string) => createTasks(world.context)[name]?.run({}),
    async close() {
      await listener.stop()
      await world.close()
    },
  }
}

export type LetterWorld = Awaited<ReturnType<typeof createLetterWorld>>
