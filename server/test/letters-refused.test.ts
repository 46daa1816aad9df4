import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { REPLY_ABOVE } from '#platform/mail-address.ts'
import { createLetterWorld, help, type LetterWorld } from './letter-world.ts'

let place: LetterWorld
beforeAll(async () => (place = await createLetterWorld()))
afterAll(() => place.close())
beforeEach(async () => {
  // Each test's letters come an hour after those of the one before.
  place.time.aheadMs += 3600_000
  await place.world.db.deleteFrom('incoming_letter').execute()
})

test('machines are written down and not answered: a holiday, a bounce, a list, our own letters', async () => {
  const before = (await place.tickets()).length
  await place.sendRaw('auto-reply.eml')
  await place.sendRaw('bounce.eml', '')
  await place.send({ text: 'Новости', headers: { 'List-Id': '<news.mail.example>' } })
  await place.send({ from: help, text: 'Круг' })
  await place.send({ from: help.replace('@', '+abc@'), text: 'Круг через адрес для ответов' })
  await place.send({
    text: 'Круг',
    headers: Array.from({ length: 30 }, () => ({ key: 'Received', value: 'from a by b' })),
  })
  await place.world.runJobs()
  expect(await place.outcomes()).toEqual(['loop', 'loop', 'loop', 'automatic', 'automatic', 'automatic'])
  expect((await place.tickets()).length).toBe(before)
  expect((await place.letters({ refused: '1' })).letters).toHaveLength(6)
})

test('sent again by a server that has not heard our answer, it is taken once', async () => {
  const letter = { subject: 'Однажды', text: 'Раз', messageId: '<once@mail.example>' }
  await Promise.all([place.send(letter), place.send(letter)])
  await place.send(letter)
  expect((await place.tickets()).filter(({ subject }) => subject === 'Однажды')).toHaveLength(1)
})

test('refused with a reason the sender hears: another address, a false tag, nothing in it, too much of it', async () => {
  await expect(place.send({ to: 'somebody@elsewhere.example', text: 'Передайте' })).rejects.toMatchObject({
    responseCode: 550,
  })
  await expect(place.send({ to: `help+${'0'.repeat(32)}@kolosok.test`, text: 'Пустите' })).rejects.toMatchObject({
    responseCode: 550,
  })
  await expect(place.send({ text: ' ' })).rejects.toMatchObject({ responseCode: 554 })
  const large = [{ filename: 'кино.bin', content: Buffer.alloc(31 * 1024 * 1024) }]
  await expect(place.send({ text: 'Кино', attachments: large })).rejects.toMatchObject({ responseCode: 552 })
  expect(await place.outcomes()).toEqual(['too-large', 'empty', 'unknown-address'])
})

test('a flood stays with the sending server, which tries again', async () => {
  for (let n = 0; n < 10; n += 1)
    await place.send({ from: 'flood@mail.example', subject: `Поток ${String(n)}`, text: 'Ещё' })
  const next = { from: 'flood@mail.example', subject: 'Позже', text: 'Ещё' }
  await expect(place.send(next)).rejects.toMatchObject({ responseCode: 451 })
  place.time.aheadMs += 11 * 60_000
  await place.send(next)
  expect((await place.tickets()).some(({ subject }) => subject === 'Позже')).toBe(true)
})

test('a false tag leaves no file behind; and into one ticket come no more letters than somebody writes', async () => {
  const count = async () =>
    (
      await place.world.db
        .selectFrom('file')
        .select((eb) => eb.fn.countAll<string>().as('n'))
        .executeTakeFirstOrThrow()
    ).n
  const attachments = [{ filename: 'список.txt', content: 'Ваня' }]
  const before = await count()
  await expect(
    place.send({ to: `help+${'0'.repeat(32)}@kolosok.test`, text: 'Пустите', attachments }),
  ).rejects.toMatchObject({ responseCode: 550 })
  expect(await count()).toBe(before)

  await place.send({ subject: 'Ответьте', text: 'Жду' })
  await place.world.runJobs()
  const to = place.outbox.lastTo('elena@mail.example').replyTo
  for (let n = 0; n < 10; n += 1) await place.send({ to, text: `Ещё ${String(n)}` })
  await expect(place.send({ to, text: 'И ещё' })).rejects.toMatchObject({ responseCode: 451 })
})

test('what is written to be looked through for ever is looked through at once', async () => {
  const long = 150_000
  const line = `\n\n${REPLY_ABOVE}`
  await place.send({ subject: 'Картинки', text: `Вот${'[cid:'.repeat(long)}${line}` })
  await place.send({ subject: 'Цитаты', text: `Да\n${'wrote'.repeat(long)}${line}` })
  const name = `<${'a@'.repeat(long)}`
  await place.send({ subject: 'Имя', from: { name, address: 'elena@mail.example' }, text: 'Да' })
  expect(await place.outcomes()).toEqual(['ticket-begun', 'ticket-begun', 'ticket-begun'])
})

test('broken MIME of every kind ends in a line of the list or a ticket, never in silence or an error', async () => {
  const broken = [
    'Content-Type: multipart/mixed; boundary="x"\r\n\r\n--x\r\nContent-Type: text/plain; charset="no-such"\r\n\r\n\u0000\u0001abc',
    'Subject: =?utf-8?b?////?=\r\nFrom: "a\u202eb" <x@y.example>\r\n\r\nтекст\u0000с нулём',
    'Content-Transfer-Encoding: base64\r\nFrom: a@b.example\r\n\r\n%%%not base64%%%',
    '\u0000\u0000\u0000',
    'From: a@b.example\r\nContent-Type: text/html\r\n\r\n<'.padEnd(20_000, '<div>'),
  ]
  for (const source of broken) {
    const sent = place.send({ raw: source, envelope: { from: 'x@y.example', to: [help] } })
    expect([250, 554]).toContain(
      await sent.then(() => 250).catch((error: unknown) => (error as { responseCode: number }).responseCode),
    )
  }
  expect(await place.outcomes()).toHaveLength(broken.length)
})

test('the list goes back by pages, and forgets after ninety days', async () => {
  for (let n = 0; n < 51; n += 1) {
    const line = { sender: 'a@b.example', recipient: help, subject: '', size: 1, outcome: 'automatic' as const }
    const at = new Date(Date.now() + place.time.aheadMs - n * 1_000)
    await place.world.db
      .insertInto('incoming_letter')
      .values({ id: crypto.randomUUID(), at, ...line, ticket_id: null, fingerprint: null })
      .execute()
  }
  const page = await place.letters()
  expect([page.letters.length, page.address]).toEqual([50, help])
  expect((await place.letters({ before: page.next ?? '' })).letters).toHaveLength(1)
})
