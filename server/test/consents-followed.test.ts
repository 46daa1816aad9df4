import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type ConsentGarden, createConsentGarden, decide, first } from './consent-world.ts'
import { createNoticeWorld, readPdf } from './notice-world.ts'
import type { World } from './world.ts'

type Person = Pick<ConsentGarden['mother'], 'request'>

let world: World
let garden: ConsentGarden
beforeAll(async () => ({ world } = await createNoticeWorld()))
afterAll(() => world.close())
beforeEach(async () => (garden = await createConsentGarden(world)))

test('the register names who decided what, when and how, harmless in PDF and XLSX', async () => {
  const { id } = await garden.asked({ title: '=cmd|фото' })
  await decide(garden.mother, await first(garden.mother), true)
  const pdf = await garden.admin.request({ url: `/api/consent-purposes/${id}/register.pdf` })
  const text = (await readPdf(pdf.rawPayload)).join(' ')
  for (const said of ['Реестр согласий', 'Ваня К.', 'Елена Кузнецова', 'дано', 'Соня М.', 'нет ответа', '1 из 2']) {
    expect(text.replaceAll(/\s+/g, ' ')).toContain(said)
  }
  const xlsx = await garden.admin.request({ url: `/api/consent-purposes/${id}/register.xlsx` })
  expect(xlsx.rawPayload.subarray(0, 2).toString()).toBe('PK')
  const actions = await world.db.selectFrom('audit_entry').where('subject_id', '=', id).select('action').execute()
  expect(actions.map(({ action }) => action)).toEqual([
    'consent.asked',
    'consent.given',
    'consent.register-taken',
    'consent.register-taken',
  ])
})

test('parents find and write to each other only where both have agreed, and no longer once one takes it back', async () => {
  await world.db
    .updateTable('organization')
    .where('id', '=', garden.id)
    .set({ may_parents_write_each_other: true })
    .execute()
  const { mother, other } = garden
  const found = async (who: Person) =>
    (await who.request({ url: `/api/organizations/${garden.id}/contacts?q=${encodeURIComponent('Миронова')}` })).json<{
      people: unknown[]
    }>().people.length
  const openChat = () =>
    mother.request({ method: 'PUT', url: `/api/organizations/${garden.id}/direct-chats/${other.membershipId}` })
  expect(await found(mother)).toBe(1)

  await garden.asked({ template: 'parents-write', title: 'Переписка' })
  expect(await found(mother)).toBe(0)
  expect((await openChat()).statusCode).toBe(404)
  await decide(mother, await first(mother), true)
  expect(await found(mother)).toBe(0)
  await decide(other, await first(other), true)
  expect(await found(mother)).toBe(1)
  const chat = (await openChat()).json<{ id: string; state: string }>()
  expect(chat.state).toBe('open')

  await decide(other, await first(other), false)
  expect(await found(mother)).toBe(0)
  expect((await openChat()).json()).toMatchObject({ id: chat.id, state: 'read-only' })
  const post = { method: 'POST', url: `/api/chats/${chat.id}/messages` } as const
  expect((await mother.request({ ...post, payload: { id: randomUUID(), text: 'Вы тут?' } })).statusCode).toBe(409)
})

test('notices come by letter only to those who have agreed, where the organization asks', async () => {
  for (const [who, email] of [
    [garden.mother, `elena${randomUUID()}@example.org`],
    [garden.other, `olga${randomUUID()}@example.org`],
  ] as const) {
    await world.db.updateTable('account').where('id', '=', who.accountId).set({ email }).execute()
  }
  await garden.asked({ template: 'letters', title: 'Письма' })
  await decide(garden.mother, await first(garden.mother), true)
  const noticeId = randomUUID()
  const payload = {
    title: 'Собрание',
    asks: 'read',
    audience: { kind: 'parents', groupIds: [] },
    deadlineAt: new Date(Date.now() + 86_400_000).toISOString(),
    isMailed: true,
  }
  await garden.admin.request({ method: 'PUT', url: `/api/organizations/${garden.id}/notices/${noticeId}`, payload })
  await world.runJobs()
  const letters = await world.db
    .selectFrom('notice_letter')
    .where('notice_id', '=', noticeId as never)
    .select('address')
    .execute()
  expect(letters.map(({ address }) => address.slice(0, 5))).toEqual(['elena'])
})
