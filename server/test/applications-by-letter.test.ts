import type { MailedApplication } from '@kolosok/contract'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createFiles, sweepFiles } from '#files/index.ts'
import { findByInn, kolosokForm, newInn, putOrder, statusOf, submit } from './application-seed.ts'
import { createLetterWorld, info, type LetterWorld } from './letter-world.ts'
import { readTestData } from './upload.ts'

let place: LetterWorld
beforeAll(async () => (place = await createLetterWorld()))
afterAll(() => place.close())
beforeEach(async () => {
  // Each test's letters come two days after those of the one before.
  place.time.aheadMs += 48 * 3600_000
  await place.world.db.deleteFrom('incoming_letter').execute()
})

/** The token of the link that the last letter to this address carries. */
async function linkTo(address: string): Promise<string> {
  await place.world.runJobs()
  return /\/apply\/([\w-]{27})/.exec(place.outbox.lastTo(address).text)?.[1] ?? ''
}
const mailedOf = async (token: string) =>
  (await place.world.request({ url: `/api/applications/${token}/mailed` })).json<MailedApplication>()
const order = async (filename = 'приказ.pdf', name = 'order.pdf') => [{ filename, content: await readTestData(name) }]

test('a letter with the order becomes a draft that only its sender can open, mend and submit', async () => {
  await place.sendRaw('application.eml', 'kolosok.sad@mail.example', info)
  expect(await place.outcomes()).toEqual(['application-begun'])
  const token = await linkTo('kolosok.sad@mail.example')
  const mailed = await mailedOf(token)
  expect(mailed.form).toEqual({ ...kolosokForm, headName: '', phone: '+7 913 900-00-17' })
  expect(mailed.order).toMatchObject({
    name: 'Приказ о назначении администратора №57-о.pdf',
    mediaType: 'application/pdf',
  })
  expect(mailed.otherFiles).toEqual(['IMG_20261012_140122.jpg'])
  // Until it is submitted there is no application: nothing of a letter is believed.
  expect(await findByInn(place.operator, kolosokForm.inn)).not.toHaveProperty('facts')

  const unfinished = await submit(place.world, token, mailed.form)
  expect(unfinished.json()).toMatchObject({ errors: [{ pointer: '#/headName', code: 'required' }] })
  const inn = newInn()
  expect((await submit(place.world, token, { ...mailed.form, inn, headName: kolosokForm.headName })).statusCode).toBe(
    200,
  )
  expect(await findByInn(place.operator, inn)).toMatchObject({ state: 'submitted', order: mailed.order })
  expect(await statusOf(place.world, token)).toMatchObject({ state: 'submitted' })
  expect((await place.world.request({ url: `/api/applications/${token}/mailed` })).statusCode).toBe(404)
})

test('of an old program’s bare letter, what its DOCX says is read', async () => {
  await place.sendRaw('application-1251.eml', 'zav@sad.example', info)
  expect((await mailedOf(await linkTo('zav@sad.example'))).form).toMatchObject({
    organizationName: 'Муниципальное бюджетное дошкольное образовательное учреждение детский сад «Колосок»',
    administratorName: 'Макарова Ксения Алексеевна',
    phone: '+7 913 900-00-18',
    email: 'zav@sad.example',
  })
})

test('the same letter, sent again or at the same moment, begins one draft', async () => {
  const letter = { to: info, text: 'Заявка', attachments: await order(), messageId: '<once@mail.example>' }
  await Promise.all([place.send(letter), place.send(letter)])
  await place.send(letter)
  await place.world.runJobs()
  expect(place.outbox.allTo('elena@mail.example')).toHaveLength(1)
})

test('three drafts a day for one address; what is more is refused, listed, and told to the sending server', async () => {
  const send = async (n: number) =>
    place.send({ from: 'many@mail.example', to: info, text: `Заявка ${String(n)}`, attachments: await order() })
  for (let n = 0; n < 3; n += 1) await send(n)
  await expect(send(3)).rejects.toMatchObject({ responseCode: 554 })
  expect((await place.letters({ refused: '1' })).letters).toMatchObject([
    { outcome: 'too-many', sender: 'many@mail.example' },
  ])
  place.time.aheadMs += 25 * 3600_000
  await send(4)
})

test('whoever may have been forged is not written to: a person reads the letter', async () => {
  const attachments = await order()
  const forged = { from: 'head@sad.example', to: info, attachments }
  const failed = { 'Authentication-Results': 'mx.example; spf=fail; dmarc=fail' }
  const before = place.outbox.allTo('head@sad.example').length
  await place.send({ ...forged, subject: 'Чужой сервер', envelope: { from: 'x@bulk.example', to: [info] } })
  await place.send({ ...forged, subject: 'Подделка', headers: failed })
  await place.world.runJobs()
  expect(await place.outcomes()).toEqual(['ticket-begun', 'ticket-begun'])
  expect((await place.ticketOf('Подделка')).entries[0]?.attachments).toHaveLength(1)
  expect(place.outbox.allTo('head@sad.example')).toHaveLength(before)
})

test('a question without any file is a ticket; machines are nothing', async () => {
  await place.send({ to: info, subject: 'Как подать заявку?', text: 'Подскажите' })
  await place.ticketOf('Как подать заявку?')
  await place.sendRaw('auto-reply.eml', 'sad@mail.example', info)
  await place.sendRaw('bounce.eml', '', info)
  expect(await place.outcomes()).toEqual(['automatic', 'automatic', 'ticket-begun'])
})

test.each(['program-named.pdf', 'javascript.pdf', 'html-named.jpg', 'script.svg', 'program-inside.zip', 'bomb.xlsx'])(
  '%s is no order: the draft asks for one, and takes it later',
  async (name) => {
    const from = `${name}@mail.example`
    await place.send({ from, to: info, text: 'ИНН 5404000005', attachments: await order(name, `hostile/${name}`) })
    const token = await linkTo(from)
    expect(await mailedOf(token)).toMatchObject({ order: null, otherFiles: [name], form: { inn: '5404000005' } })
    expect((await submit(place.world, token)).json()).toMatchObject({
      errors: [{ pointer: '#/order', code: 'required' }],
    })
  },
)

test('hostile words reach the form as words', async () => {
  const html =
    '<script>alert(1)</script><p>Просим зарегистрировать детский сад «<img src=http://t.example/x onerror=alert(1)>Ёлка»</p>'
  await place.send({ from: 'h@mail.example', to: info, html, attachments: await order() })
  expect((await mailedOf(await linkTo('h@mail.example'))).form.organizationName).toBe('детский сад «Ёлка»')
})

test('a draft and its order stay thirty days, whichever order it has by then; then both are gone', async () => {
  const { world } = place
  const age = (days: number) =>
    world.db
      .updateTable('file')
      .set({ created_at: new Date(Date.now() + place.time.aheadMs - days * 24 * 3600_000) })
      .execute()
  await place.send({ from: 'late@mail.example', to: info, text: 'Заявка', attachments: await order() })
  const token = await linkTo('late@mail.example')
  await putOrder(world, token, 'order.docx')
  place.time.aheadMs += 20 * 24 * 3600_000
  await age(20)
  await sweepFiles(createFiles(world.context))
  expect((await mailedOf(token)).order).toMatchObject({ name: 'order.docx' })

  place.time.aheadMs += 11 * 24 * 3600_000
  await place.runTask('forget-mailed-applications')
  await sweepFiles(createFiles(world.context))
  expect((await world.request({ url: `/api/applications/${token}/mailed` })).statusCode).toBe(404)
  const left = await world.db.selectFrom('file').select('id').where('name', '=', 'order.docx').execute()
  expect(left).toEqual([])
})
