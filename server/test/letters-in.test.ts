import type { Ticket } from '@kolosok/contract'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { advisoryLocks } from '#platform/advisory-locks.ts'
import { transact } from '#platform/db.ts'
import { createPresence } from '#platform/presence.ts'
import { isTaken } from '../src/letters-in/store.ts'
import { createLetterWorld, type LetterWorld } from './letter-world.ts'
import { readTestData } from './upload.ts'

let place: LetterWorld
beforeAll(async () => (place = await createLetterWorld()))
afterAll(() => place.close())
beforeEach(async () => {
  // Each test's letters come an hour after those of the one before.
  place.time.aheadMs += 3600_000
  await place.world.db.deleteFrom('incoming_letter').execute()
})

test('a letter begins a ticket, is answered by mail, and the answer to that goes on with it', async () => {
  await place.send({ subject: 'Не приходит код', text: 'Второй день не могу войти.' })
  const ticket = await place.ticketOf('Не приходит код')
  expect(ticket).toMatchObject({
    desk: 'platform',
    asker: { name: 'Елена Кузнецова', email: 'elena@mail.example', hasAccount: false },
    entries: [{ text: 'Второй день не могу войти.', side: 'asker', isByMail: true, author: 'Елена Кузнецова' }],
  })
  await place.world.runJobs()
  expect(place.outbox.lastTo('elena@mail.example').subject).toContain(`№ ${String(ticket.number)}`)

  await place.operator.request({
    method: 'PUT',
    url: `/api/tickets/${ticket.id}/entries/${crypto.randomUUID()}`,
    payload: { text: 'Проверьте номер.' },
  })
  await place.world.runJobs()
  const answer = place.outbox.lastTo('elena@mail.example')
  expect(answer.replyTo).toMatch(/^help\+[0-9a-f]{32}@kolosok\.test$/)
  expect(answer.html).not.toContain('/help/')

  const quoted = answer.text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n')
  // Another address, another subject: the tag alone leads there.
  await place.send({
    from: 'papa@mail.example',
    to: answer.replyTo,
    subject: 'Re:',
    text: `Номер верный.\n\nСб, 28 нояб., Колосок пишет:\n${quoted}`,
  })
  expect(await place.look(ticket.id)).toMatchObject({ state: 'in-work' })
  expect((await place.look(ticket.id)).entries.at(-1)).toMatchObject({ text: 'Номер верный.', isByMail: true })
  expect(await place.outcomes()).toEqual(['ticket-continued', 'ticket-begun'])
})

test('whoever has an account goes on with their own ticket by mail, as themselves', async () => {
  const asker = await place.world.person({ givenName: 'Яна' })
  const url = `/api/tickets/${crypto.randomUUID()}`
  const payload = { desk: 'platform', subject: 'Где архив?', text: 'Не нашла', email: 'yana@mail.example' }
  const { id } = (await asker.request({ method: 'PUT', url, payload })).json<Ticket>()
  const say = {
    method: 'PUT',
    url: `${url}/entries/${crypto.randomUUID()}`,
    payload: { text: 'В чатах', isSolved: true },
  } as const
  await place.operator.request(say)
  await place.world.runJobs()
  await place.send({ to: place.outbox.lastTo('yana@mail.example').replyTo, text: 'Там пусто' })
  const seen = (await asker.request({ url })).json<Ticket>()
  expect(seen.state).toBe('in-work')
  expect(seen.entries.at(-1)).toMatchObject({ text: 'Там пусто', isOwn: true, isByMail: true })
  expect((await place.look(id)).entries.map(({ kind }) => kind)).toContain('reopened')
})

test('the address of somebody with an account proves nothing: their tickets stay theirs', async () => {
  const known = await place.world.person()
  await place.world.db
    .updateTable('account')
    .where('id', '=', known.accountId)
    .set({ email: 'elena@mail.example' })
    .execute()
  await place.send({ subject: 'Я это она', text: 'Пустите' })
  expect(await place.ticketOf('Я это она')).toMatchObject({ asker: { hasAccount: false } })
  expect((await known.request({ url: '/api/me/tickets' })).json()).toMatchObject({ tickets: [] })
})

test('an old program’s windows-1251 is read, its order goes along; of HTML nothing but the words', async () => {
  await place.sendRaw('application-1251.eml')
  const old = await place.ticketOf('заявка')
  expect(old.asker).toMatchObject({ name: 'Заведующий', email: 'zav@sad.example' })
  expect(old.entries[0]?.text).toContain('Направляем приказ')
  expect(old.entries[0]?.attachments).toHaveLength(1)
  const html = '<p>Помогите <b>мне</b></p><script>alert(1)</script><img src="http://tracker.example/x.gif">'
  await place.send({ subject: 'Разметка', html })
  const { entries } = await place.ticketOf('Разметка')
  expect(entries[0]?.text).toBe('Помогите мне')
})

test('the sender is told of a file that no upload would take, in no words of the letter, which goes on without it', async () => {
  const attachments = [
    { filename: 'приказ.pdf', content: await readTestData('order.pdf') },
    { filename: 'счёт.pdf', content: await readTestData('hostile/program-named.pdf') },
  ]
  await place.send({ subject: 'Два файла', text: 'Смотрите', attachments })
  const ticket = await place.ticketOf('Два файла')
  const [first] = ticket.entries
  expect(first?.attachments.map(({ name }) => name)).toEqual(['приказ.pdf'])
  const file = await place.operator.request({ url: `/api/files/${first?.attachments[0]?.fileId ?? ''}/content` })
  expect(file.statusCode).toBe(200)
  await place.world.runJobs()
  const told = place.outbox.lastTo('elena@mail.example')
  expect(told.text).toContain('Один из файлов мы принять не смогли.')
  // Whoever forges a sender must not speak to somebody else through us.
  for (const word of ['счёт.pdf', 'Два файла', 'Смотрите']) expect(JSON.stringify(told)).not.toContain(word)
})

/** Cyrillic as windows-1251 and KOI8-R have it; what they share with others stays. */
const bytesIn = (charset: string, text: string) => {
  const all = Buffer.from(Array.from({ length: 256 }, (_, n) => n))
  const table = new TextDecoder(charset).decode(all)
  return Buffer.from(Array.from(text, (letter) => table.indexOf(letter)))
}

test('old programs write Russian bare and say nothing of it, or hide the name of a file: it is read all the same', async () => {
  const envelope = { from: 'old@mail.example', to: ['help@kolosok.test'] }
  const head = 'From: Заведующая <old@mail.example>\r\nTo: help@kolosok.test\r\nSubject: '
  await place.send({ envelope, raw: bytesIn('windows-1251', `${head}Не приходит код\r\n\r\nЁлка, группа № 2`) })
  const type = 'Content-Type: text/plain;\r\n charset=koi8-r'
  await place.send({ envelope, raw: bytesIn('koi8-r', `${head}Из старой почты\r\n${type}\r\n\r\nЁлка`) })
  const [first] = (await place.ticketOf('Не приходит код')).entries
  expect(first).toMatchObject({ text: 'Ёлка, группа № 2', author: 'Заведующая' })
  expect((await place.ticketOf('Из старой почты')).entries[0]).toMatchObject({ text: 'Ёлка', author: 'Заведующая' })

  await place.sendRaw('application-1251.eml', 'zav@sad.example')
  expect((await place.ticketOf('заявка')).entries[0]?.attachments).toMatchObject([{ name: 'Приказ.docx' }])
})

test('no letter, however its sender makes its number, waits for what a running server holds', async () => {
  const presence = createPresence(place.world.context.databaseUrl)
  await presence.announce(() => Promise.resolve())
  const fingerprint = Buffer.alloc(32)
  fingerprint.writeInt32BE(advisoryLocks.working)
  expect(await transact(place.world.db, (tx) => isTaken(tx, fingerprint))).toBeUndefined()
  await presence.end()
})
