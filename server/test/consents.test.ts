import { randomUUID } from 'node:crypto'
import type { ConsentDecision, ConsentPurpose } from '@kolosok/contract'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import {
  type ConsentGarden,
  createConsentGarden,
  decide,
  first,
  own,
  photos,
  units,
  urlOf,
  waiting,
} from './consent-world.ts'
import { readTestData, upload } from './upload.ts'
import { createWorld, type World } from './world.ts'

type Person = Pick<ConsentGarden['mother'], 'request' | 'accountId'>

let world: World
let garden: ConsentGarden
beforeAll(async () => (world = await createWorld()))
afterAll(() => world.close())
beforeEach(async () => (garden = await createConsentGarden(world)))

test('a mother gives it for her child, takes it back, and the office sees each; a retry is the same decision', async () => {
  const { id } = await garden.asked()
  const asked = await first(garden.mother)
  expect(asked).toMatchObject({ child: 'Ваня К.', title: photos.title, version: 1, decision: null })
  expect(await waiting(garden.mother)).toMatchObject([{ count: 1 }])

  const decisionId = randomUUID()
  const twice = [1, 2].map(() => decide(garden.mother, asked, true, decisionId))
  for (const answer of await Promise.all(twice)) {
    expect(answer.json()).toMatchObject({ kind: 'given', isOwn: true })
  }
  expect(await waiting(garden.mother)).toEqual([])
  const { purpose, units: given } = await units(garden.admin, id, 'given')
  expect(purpose.counts).toEqual({ given: 1, refused: 0, waiting: 1 })
  expect(given).toMatchObject([
    { name: 'Ваня К.', label: 'мама Вани', groups: ['Младшая'], decision: { kind: 'given' } },
  ])

  expect((await decide(garden.mother, await first(garden.mother), false)).json()).toMatchObject({ kind: 'withdrawn' })
  expect((await units(garden.admin, id, 'refused')).units).toMatchObject([{ name: 'Ваня К.' }])
  // Every decision there was is kept.
  const kept = await world.db
    .selectFrom('consent_decision')
    .where('purpose_id', '=', id)
    .select('kind')
    .orderBy('at')
    .execute()
  expect(kept.map(({ kind }) => kind)).toEqual(['given', 'withdrawn'])
})

test('refusing is a decision of its own: nobody is asked again until the text is another one', async () => {
  const { id } = await garden.asked()
  await decide(garden.mother, await first(garden.mother), false)
  expect(await first(garden.mother)).toMatchObject({ decision: { kind: 'refused' } })
  expect(await waiting(garden.mother)).toEqual([])

  const reworded = await garden.save(garden.admin, { text: 'И видео тоже.', version: 1 }, id)
  expect(reworded.json()).toMatchObject({ version: 2, counts: { waiting: 2 } })
  expect(await waiting(garden.mother)).toMatchObject([{ count: 1 }])
  // Whoever still looks at the old text is told so.
  const old = { ...(await first(garden.mother)), version: 1 }
  expect((await decide(garden.mother, old, true)).json()).toMatchObject({ code: 'consent-outdated' })
  expect((await garden.save(garden.admin, { text: 'Третий текст', version: 1 }, id)).json()).toMatchObject({
    code: 'consent-changed',
  })
})

test('two guardians at once: one decides, the other is told; nobody decides for another family', async () => {
  await garden.asked()
  const father = await garden.parent([garden.vanya], 'папа Вани')
  const asked = await first(garden.mother)
  const both = await Promise.all([decide(garden.mother, asked, true), decide(father, asked, false)])
  expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
  expect(both.find(({ statusCode }) => statusCode === 409)?.json()).toMatchObject({ code: 'consent-changed' })
  expect((await first(father)).decision?.id).toBe((await first(garden.mother)).decision?.id)

  expect((await decide(garden.other, asked, true)).statusCode).toBe(404)
  expect((await decide(garden.admin, asked, true)).statusCode).toBe(403)
  const limited = await garden.parent([], 'бабушка')
  await world.db
    .insertInto('guardianship')
    .values({ child_id: garden.vanya, membership_id: limited.membershipId, is_limited: true })
    .execute()
  expect(await own(limited)).toEqual([])
  expect((await decide(limited, asked, true)).statusCode).toBe(404)
})

test('a parent learns of nobody else: neither lists nor counts nor the scan of a paper', async () => {
  const { id } = await garden.asked()
  await decide(garden.other, await first(garden.other), true)
  for (const url of [
    `/api/consent-purposes/${id}/units`,
    `/api/consent-purposes/${id}/register.pdf`,
    `/api/organizations/${garden.id}/consent-purposes`,
  ]) {
    expect((await garden.mother.request({ url })).statusCode, url).toBe(403)
  }
  expect(JSON.stringify(await own(garden.mother))).not.toContain('Сон')
})

test('from paper: the office enters who signed and when, with the scan, which only the office opens', async () => {
  const { id } = await garden.asked()
  const { fileId } = await upload(garden.admin, 'согласие.jpg', await readTestData('order-photo.jpg'))
  const enter = (who: Person, given: object, decisionId: string = randomUUID()) =>
    who.request({
      method: 'PUT',
      url: urlOf(id, garden.sonya, decisionId, 'papers'),
      payload: { version: 1, isGiven: true, after: null, signedBy: 'Миронова Ольга', signedOn: '2026-09-01', ...given },
    })
  expect((await enter(garden.admin, { signedBy: ' ', signedOn: '2026-13-01' })).json()).toMatchObject({
    errors: [{ pointer: '#/signedBy' }, { pointer: '#/signedOn' }],
  })
  expect((await enter(garden.admin, { signedOn: '2099-01-01' })).json()).toMatchObject({
    errors: [{ pointer: '#/signedOn', code: 'future' }],
  })
  expect((await enter(garden.admin, { fileId })).json<ConsentDecision>()).toMatchObject({
    kind: 'given',
    by: 'Миронова Ольга',
    isOnPaper: true,
    isOwn: false,
  })
  expect((await units(garden.teacher, id, 'given')).units).toMatchObject([{ name: 'Соня М.' }])
  const open = async (who: Person) => (await who.request({ url: `/api/files/${fileId}/content` })).statusCode
  expect([await open(garden.admin), await open(garden.teacher), await open(garden.other)]).toEqual([200, 404, 404])
  // She may take back on screen what she gave on paper.
  expect((await decide(garden.other, await first(garden.other), false)).json()).toMatchObject({ kind: 'withdrawn' })
})

test('a teacher sees own groups only; whoever has left is in nobody’s list', async () => {
  const { id } = await garden.asked()
  const elder = await garden.group('Старшая')
  await garden.child('Лев Т.', elder)
  const names = async (who: Person) => (await units(who, id, 'waiting')).units.map(({ name }) => name)
  expect(await names(garden.teacher)).toEqual(['Ваня К.', 'Соня М.'])
  expect(await names(garden.admin)).toEqual(['Ваня К.', 'Лев Т.', 'Соня М.'])
})

test('the same is not asked twice, nor by two at once; a closed one asks nobody and switches nothing off', async () => {
  const both = await Promise.all([garden.save(garden.admin), garden.save(garden.admin)])
  expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
  const { id } = both.find(({ statusCode }) => statusCode === 200)?.json<ConsentPurpose>() ?? { id: '' }
  const asked = await first(garden.mother)
  expect((await garden.save(garden.admin, { isClosed: true }, id)).json()).toMatchObject({ isClosed: true })
  expect(await own(garden.mother)).toEqual([])
  expect((await decide(garden.mother, asked, true)).json()).toMatchObject({ code: 'consent-closed' })
  expect((await garden.save(garden.admin)).statusCode).toBe(200)
  expect((await garden.save(garden.admin, { isClosed: false }, id)).json()).toMatchObject({
    code: 'consent-asked-already',
  })
})

test('of several that are closed, opened again at once, one is open and the others are told', async () => {
  const made = []
  for (let n = 0; n < 5; n += 1) {
    const { id } = (await garden.save(garden.admin)).json<ConsentPurpose>()
    await garden.save(garden.admin, { isClosed: true }, id)
    made.push(id)
  }
  const all = await Promise.all(made.map((id) => garden.save(garden.admin, { isClosed: false }, id)))
  expect(all.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409, 409, 409, 409])
})

test('who changes their mind again and again is asked to wait', async () => {
  await garden.asked()
  for (let n = 0; n < 20; n += 1) {
    expect((await decide(garden.mother, await first(garden.mother), n % 2 === 0)).statusCode).toBe(200)
  }
  expect((await decide(garden.mother, await first(garden.mother), true)).json()).toMatchObject({
    status: 429,
    code: 'too-many-requests',
  })
})

test('in a closed organization what was given is taken back; nothing waits, and nothing more is given', async () => {
  await garden.asked()
  await decide(garden.mother, await first(garden.mother), true)
  expect(await first(garden.mother)).toMatchObject({ mayGive: true })
  await world.db.updateTable('organization').where('id', '=', garden.id).set({ closed_at: new Date() }).execute()

  expect(await waiting(garden.other)).toEqual([])
  expect(await first(garden.other)).toMatchObject({ decision: null, mayGive: false })
  expect((await decide(garden.other, await first(garden.other), true)).json()).toMatchObject({
    code: 'organization-closed',
  })
  expect((await decide(garden.mother, await first(garden.mother), false)).json()).toMatchObject({ kind: 'withdrawn' })
  expect((await decide(garden.mother, await first(garden.mother), true)).json()).toMatchObject({
    code: 'organization-closed',
  })
})
