import type { AddressInfo } from 'node:net'
import hoodiecrow from 'hoodiecrow-imap'
import nodemailer, { type SendMailOptions } from 'nodemailer'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createFiles } from '#files/index.ts'
import { lookIntoMailbox } from '#letters-in/mailbox.ts'
import { createLetterWorld, help, info, type LetterWorld } from './letter-world.ts'
import { listenWith, passOnTo } from './passing-on.ts'
import { readTestData } from './upload.ts'

// A real IMAP server, and the installation that looks into a mailbox of its.
const imap = hoodiecrow({ plugins: ['ID', 'STARTTLS', 'LITERALPLUS'] })
let place: LetterWorld
let port: number
beforeAll(async () => {
  await new Promise<void>((resolve) => {
    imap.listen(0, '127.0.0.1', resolve)
  })
  port = (imap.server.address() as AddressInfo).port
  place = await createLetterWorld({}, { IMAP_URL: urlOf(port) })
})
afterAll(async () => {
  await place.close()
  await new Promise<void>((resolve) => {
    imap.close(resolve)
  })
})
beforeEach(async () => {
  place.time.aheadMs += 24 * 3600_000
  await place.world.db.deleteFrom('incoming_letter').execute()
})

const urlOf = (at: number, password = 'testpass') => `imap://testuser:${password}@127.0.0.1:${String(at)}`
const files = (env: Record<string, unknown> = {}) => {
  const { context } = place.world
  return createFiles({ ...context, config: { ...context.config, ...env } })
}
const look = (env?: Record<string, unknown>, connectMs = 20_000) =>
  lookIntoMailbox(files(env), { connectMs, silenceMs: 20_000 })
const inbox = () => imap.getMailbox('INBOX')
const readFlags = () => inbox().messages.map(({ flags }) => flags.includes('\\Seen'))
const stateOf = async () => (await place.letters()).mailbox

const composer = nodemailer.createTransport({ streamTransport: true, buffer: true })
async function arrive(letter: SendMailOptions, flags: string[] = []): Promise<void> {
  const from = 'Елена Кузнецова <elena@mail.example>'
  const { message } = await composer.sendMail({ from, to: help, textEncoding: 'base64', ...letter })
  imap.appendMessage('INBOX', flags, null, (message as Buffer).toString('latin1'))
}

test('the first look leaves what has been read, takes what has not, and marks it; the next one takes what is new', async () => {
  await arrive({ subject: 'Старое', text: 'Прочитано давно' }, ['\\Seen'])
  await arrive({ subject: 'Новое', text: 'Ещё нет' })
  await arrive({ subject: 'Тоже старое', text: 'Прочитано' }, ['\\Seen'])
  await look()
  expect((await place.letters()).letters.map(({ subject }) => subject)).toEqual(['Новое'])
  expect((await place.ticketOf('Новое')).entries[0]).toMatchObject({ text: 'Ещё нет', isByMail: true })
  expect(readFlags()).not.toContain(false)
  expect(await stateOf()).toMatchObject({ name: 'testuser@127.0.0.1/INBOX', failing: null })

  // Somebody reads that mailbox, too.
  await arrive({ subject: 'Открыто человеком', text: 'Раньше нас' }, ['\\Seen'])
  await look()
  await look()
  expect((await place.letters()).letters.map(({ subject }) => subject)).toEqual(['Открыто человеком', 'Новое'])
})

test('answers find their ticket and orders their draft by the addresses in the letter', async () => {
  await arrive({ subject: 'Вопрос', text: 'Как?' })
  await look()
  await place.world.runJobs()
  const { id } = await place.ticketOf('Вопрос')
  await arrive({ to: place.outbox.lastTo('elena@mail.example').replyTo, subject: 'Re:', text: 'Вот так' })
  const attachments = [{ filename: 'приказ.pdf', content: await readTestData('order.pdf') }]
  await arrive({ from: 'sad@mail.example', to: `Приёмная <${info}>`, text: 'Заявка', attachments })
  await arrive({
    to: 'кто-то <another@mail.example>',
    headers: { 'Delivered-To': help },
    subject: 'Скрытая',
    text: 'Копия',
  })
  await look()
  expect(await place.outcomes()).toEqual(['ticket-begun', 'application-begun', 'ticket-continued', 'ticket-begun'])
  expect((await place.look(id)).entries.at(-1)).toMatchObject({ text: 'Вот так' })
  await place.world.runJobs()
  expect(place.outbox.lastTo('sad@mail.example').text).toContain('/apply/')
})

test('machines, forgers and what is too large are written down, marked and not answered', async () => {
  imap.appendMessage('INBOX', [], null, (await readTestData('auto-reply.eml')).toString('latin1'))
  imap.appendMessage('INBOX', [], null, `Return-Path: <>\r\n${(await readTestData('bounce.eml')).toString('latin1')}`)
  await arrive({
    from: 'victim@mail.example',
    headers: { 'Authentication-Results': 'mx; dmarc=fail' },
    subject: 'Не я',
    text: '!',
  })
  const large = { filename: 'a.bin', content: Buffer.alloc(24 * 1024 * 1024) }
  await arrive({ subject: 'Ки\0но', text: 'Кино', attachments: [large] })
  await place.world.runJobs()
  const before = place.outbox.messages.length
  await look()
  await place.world.runJobs()
  expect(await place.outcomes()).toEqual(['too-large', 'ticket-begun', 'automatic', 'automatic'])
  expect((await place.letters()).letters[0]?.subject).toBe('Кино')
  expect(place.outbox.messages).toHaveLength(before)
  expect(readFlags()).not.toContain(false)
})

test('stopped after a letter was written down and before it was marked, it is marked and not taken again', async () => {
  await arrive({ subject: 'Однажды', text: 'Раз' })
  await look()
  const letter = inbox().messages.at(-1)
  letter?.flags.splice(0)
  // As if the place had not been kept either.
  await place.world.db.updateTable('mailbox').set({ last_uid: 0 }).execute()
  await look()
  expect(letter?.flags).toContain('\\Seen')
  expect((await place.tickets()).filter(({ subject }) => subject === 'Однажды')).toHaveLength(1)
})

test('where the server numbers its letters anew, what is still unread comes once more and is known by its number', async () => {
  await arrive({ subject: 'Пронумеровано', text: 'Раз' })
  await look()
  inbox().messages.at(-1)?.flags.splice(0)
  inbox().uidvalidity += 1
  await look()
  expect((await place.tickets()).filter(({ subject }) => subject === 'Пронумеровано')).toHaveLength(1)
  expect(readFlags()).not.toContain(false)
})

test('one sender’s flood waits unread in the mailbox, and holds up nobody', async () => {
  for (let n = 0; n < 12; n += 1)
    await arrive({ from: 'flood@mail.example', subject: `Поток ${String(n)}`, text: 'Ещё' })
  await arrive({ subject: 'После потока', text: 'Я тоже' })
  const { at, asked, stop } = await passOnTo(port)
  await look({ IMAP_URL: urlOf(at) })
  await stop()
  // One over what is allowed had to be looked at; its next ones are not fetched at all.
  expect(asked().match(/BODY\.PEEK\[\]/g)).toHaveLength(12)
  await place.ticketOf('После потока')
  expect(readFlags().filter((isRead) => !isRead)).toHaveLength(2)
  place.time.aheadMs += 3600_000
  await look()
  expect(readFlags()).not.toContain(false)
  await place.ticketOf('Поток 11')
})

test('a wrong password, no such folder, nobody there, somebody silent: said with its reason, waited longer each time', async () => {
  const now = () => Date.now() + place.time.aheadMs
  const waitOf = async (env: Record<string, unknown>) => ((await look(env)).getTime() - now()) / 60_000
  expect(await waitOf({ IMAP_URL: urlOf(port, 'wrong') })).toBeGreaterThan(9)
  expect(await stateOf()).toMatchObject({ failing: { reason: 'wrong-password' } })
  expect(await waitOf({ IMAP_URL: urlOf(port, 'wrong') })).toBeGreaterThan(19)
  const since = (await stateOf())?.failing?.since
  await arrive({ subject: 'Ждёт', text: 'В ящике' })
  await look()
  expect(await stateOf()).toMatchObject({ failing: null })
  await place.ticketOf('Ждёт')
  expect(since).toBeDefined()

  await look({ IMAP_URL: urlOf(port).replace('imap:', 'imaps:'), IMAP_FOLDER: 'Open' })
  expect(await reasonAt('testuser@127.0.0.1/Open')).toBe('unreachable')
  await look({ IMAP_FOLDER: 'Nowhere' })
  expect(await reasonAt('testuser@127.0.0.1/Nowhere')).toBe('no-folder')
  const { at, stop } = await listenWith(() => undefined)
  await look({ IMAP_URL: urlOf(at), IMAP_FOLDER: 'Silent' }, 300)
  expect(await reasonAt('testuser@127.0.0.1/Silent')).toBe('slow')
  await stop()
  await look({ IMAP_URL: urlOf(at), IMAP_FOLDER: 'Dead' })
  expect(await reasonAt('testuser@127.0.0.1/Dead')).toBe('unreachable')
})

test('cut off in the middle of a letter, it is taken by the next look', async () => {
  await arrive({
    subject: 'Обрыв',
    text: 'Целиком',
    attachments: [{ filename: 'a.txt', content: 'я'.repeat(400_000) }],
  })
  // Until the letter has begun, then it hangs up.
  const { at, stop } = await passOnTo(port, { answers: 200_000 })
  await look({ IMAP_URL: urlOf(at) })
  expect(await place.outcomes()).toEqual([])
  expect(await stateOf()).toMatchObject({ failing: { reason: 'unreachable' } })
  await stop()
  await look()
  const [entry] = (await place.ticketOf('Обрыв')).entries
  expect(entry?.attachments).toMatchObject([{ size: 800_000 }])
})

const reasonAt = async (name: string) =>
  (await place.world.db.selectFrom('mailbox').select('reason').where('name', '=', name).executeTakeFirstOrThrow())
    .reason
