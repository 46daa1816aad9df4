import { randomUUID } from 'node:crypto'
import {
  type Article,
  type EditedArticle,
  FOUND_BEGINS,
  FOUND_ENDS,
  type ListedArticle,
  type ManagedArticle,
} from '@kolosok/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { shipArticles } from '#articles/index.ts'
import { seedOrganization } from './organization-seed.ts'
import { createWorld, type World } from './world.ts'

type Person = Awaited<ReturnType<World['person']>>
type Reader = Pick<World, 'request'>

const time = { aheadMs: 0 }
let world: World
let operator: Person
let parent: Person
let admin: Person
beforeAll(async () => {
  world = await createWorld({ clock: () => new Date(Date.now() + time.aheadMs) })
  operator = await world.person({ isOperator: true })
  const garden = await seedOrganization(world)
  parent = await garden.parent([await garden.child('Ваня К.', await garden.group('Младшая'))])
  admin = await garden.admin()
})
afterAll(() => world.close())
beforeEach(() => world.db.deleteFrom('article').where('shipped', 'is', null).execute())

const own = { title: 'Кружки', text: 'Занятия по **средам**.', topic: 'own', roles: ['parent'], isOpen: false, rev: 0 }
const write = (given: Partial<typeof own> = {}, name: string = randomUUID()) =>
  operator.request({ method: 'PUT', url: `/api/operator/articles/${name}`, payload: { ...own, ...given } })
async function written(given: Partial<typeof own> = {}): Promise<EditedArticle> {
  const answer = await write(given)
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}
const find = async (reader: Reader, q = '') =>
  (await reader.request({ url: '/api/articles', query: { q } })).json<{ articles: ListedArticle[] }>().articles
const titles = async (reader: Reader, q?: string) => (await find(reader, q)).map(({ title }) => title)
const read = (reader: Reader, name: string) => reader.request({ url: `/api/articles/${name}` })
const put = (url: string, payload?: object) =>
  operator.request({ method: 'PUT', url: `/api/operator/articles/${url}`, ...(payload && { payload }) })
const managed = async () =>
  (await operator.request({ url: '/api/operator/articles' })).json<{ articles: ManagedArticle[] }>().articles
const vote = (reader: Reader, name: string, payload: object, voteId: string = randomUUID()) =>
  reader.request({ method: 'PUT', url: `/api/articles/${name}/votes/${voteId}`, payload })

test('a search finds every form of a word, its beginning, a part of it, with ё or without', async () => {
  await written({ title: 'Как позвать родителей', text: 'Отправьте **приглашение** или дайте листок бумаги. Всё!' })
  await written({ title: 'Звонки', text: 'Поднимите руку.' })
  for (const q of [
    'приглашения родителю',
    'приглаш',
    'РОДИТЕЛИ бумагой',
    'глашен',
    'все',
    'как с приглашением',
    '«приглашение»!',
  ]) {
    expect(await titles(parent, q), q).toContain('Как позвать родителей')
  }
  expect(await titles(parent, 'приглашение бегемота')).toEqual([])
  expect(await titles(parent, '&|!:*')).toEqual([])
})

test('what is said in the heading comes first, and an excerpt shows where the word is', async () => {
  await written({ title: 'Рисование', text: 'Иногда бывает плавание в бассейне.' })
  await written({ title: 'Плавание', text: 'По средам.' })
  expect(await titles(parent, 'плавания')).toEqual(['Плавание', 'Рисование'])
  const [, second] = await find(parent, 'бассейны').then((found) => [null, found[0]])
  expect(second?.excerpt).toContain(`${FOUND_BEGINS}бассейне${FOUND_ENDS}`)
})

test('each reads what is written for them; strangers what is open; nobody what is hidden', async () => {
  const forParents = await written()
  await written({ title: 'Приказ', roles: ['admin'] })
  const open = await written({ title: 'Вход', isOpen: true })
  const hidden = await written({ title: 'Старое', isOpen: true })
  await put(`${hidden.name}/hidden`, { isHidden: true })

  const ours = ['Кружки', 'Приказ', 'Вход', 'Старое']
  const mine = async (reader: Reader) => (await titles(reader)).filter((title) => ours.includes(title)).sort()
  expect(await mine(parent)).toEqual(['Вход', 'Кружки'])
  expect(await mine(admin)).toEqual(['Приказ'])
  expect(await mine(world)).toEqual(['Вход'])
  expect((await read(world, open.name)).json<Article>()).toMatchObject({ title: 'Вход', text: own.text })
  for (const name of [forParents.name, hidden.name]) expect((await read(world, name)).statusCode).toBe(404)
  expect((await read(parent, hidden.name)).statusCode).toBe(404)
  expect((await read(operator, hidden.name)).statusCode).toBe(200)
})

test('of two operators who change it at once, the second is shown what the first has written', async () => {
  const { name, rev } = await written()
  expect((await write({ rev, text: 'Одно' }, name)).statusCode).toBe(200)
  expect((await write({ rev, text: 'Другое' }, name)).json()).toMatchObject({ code: 'article-changed' })
  // The same once more, as after an answer that got lost.
  expect((await write({ rev, text: 'Одно' }, name)).statusCode).toBe(200)
  expect((await write({ rev: 5 }, randomUUID())).statusCode).toBe(404)
  expect((await write({ rev: 0 }, 'not-shipped-yet')).statusCode).toBe(404)
})

test('every bad field is told at once', async () => {
  const answer = await write({ title: ' ', text: '', roles: [], topic: 'weather' })
  const { errors } = answer.json<{ errors: { pointer: string }[] }>()
  expect(errors.map(({ pointer }) => pointer).sort()).toEqual(['#/roles', '#/text', '#/title', '#/topic'])
})

test('a shipped one is changed, keeps its first text, is outdated by a newer one, and goes back', async () => {
  const [shipped] = (await managed()).filter(({ standing }) => standing === 'shipped')
  const { name, rev, text } = (
    await operator.request({ url: `/api/operator/articles/${String(shipped?.name)}` })
  ).json<EditedArticle>()
  const changed = (await write({ rev, text: 'У нас иначе' }, name)).json<EditedArticle>()
  expect(changed).toMatchObject({ standing: 'edited', text: 'У нас иначе', shipped: { text } })
  expect((await waiting()).articles).toBe(0)

  // As if an earlier version had shipped another text.
  await sql`update article set shipped = shipped || '{"text": "Было"}', edited_from = edited_from || '{"text": "Было"}'
    where name = ${name}`.execute(world.db)
  await shipArticles(world.db)
  const outdated = (await operator.request({ url: `/api/operator/articles/${name}` })).json<EditedArticle>()
  expect(outdated).toMatchObject({ standing: 'outdated', text: 'У нас иначе', shipped: { text } })
  expect((await waiting()).articles).toBe(1)
  expect((await put(`${name}/kept`, { rev })).json()).toMatchObject({ code: 'article-changed' })
  const kept = (await put(`${name}/kept`, { rev: outdated.rev })).json<EditedArticle>()
  expect(kept).toMatchObject({ standing: 'edited', text: 'У нас иначе' })

  expect((await put(`${name}/restored`, { rev: kept.rev })).json()).toMatchObject({ standing: 'shipped', text })
  expect((await operator.request({ method: 'DELETE', url: `/api/operator/articles/${name}` })).json()).toMatchObject({
    code: 'article-shipped',
  })
})

test('an upgrade renews what nobody has changed, takes away what is shipped no more, and leaves what is the operator’s', async () => {
  const before = await managed()
  const [first] = before
  await sql`update article set title = 'Прежнее', shipped = shipped || '{"title": "Прежнее"}'
    where name = ${String(first?.name)}`.execute(world.db)
  const gone = (name: string, isEdited: boolean) => sql`insert into article
    (name, title, text, plain, topic, roles, is_open, shipped, edited_from)
    values (${name}, 'Нет больше', '', '', 'own', '{parent}', false, '{}', ${isEdited ? '{}' : null}::jsonb)`
  await gone('gone', false).execute(world.db)
  await gone('gone-edited', true).execute(world.db)
  await shipArticles(world.db)
  const after = await managed()
  expect(after.filter(({ standing }) => standing !== 'own')).toEqual(before)
  expect(after.filter(({ standing }) => standing === 'own')).toMatchObject([{ name: 'gone-edited' }])
})

test('«Помогло?» counts once for a device, keeps no name, and is forgotten after a year', async () => {
  const { name } = await written({ isOpen: true })
  const voteId = randomUUID()
  await vote(parent, name, { isHelpful: true }, voteId)
  await vote(parent, name, { isHelpful: false, word: 'Какие среды?' }, voteId)
  await vote(world, name, { isHelpful: true })
  const look = async () => (await operator.request({ url: `/api/operator/articles/${name}` })).json<EditedArticle>()
  expect(await look()).toMatchObject({ helped: 1, notHelped: 1, words: [{ isHelpful: false, word: 'Какие среды?' }] })
  expect((await managed()).find((one) => one.name === name)).toMatchObject({ helped: 1, notHelped: 1 })
  expect((await vote(parent, (await written()).name, { isHelpful: true }, voteId)).statusCode).toBe(404)

  time.aheadMs = 366 * 24 * 60 * 60 * 1000
  await sql`select graphile_worker.add_job('forget-article-votes')`.execute(world.db)
  await world.runJobs()
  time.aheadMs = 0
  expect(await look()).toMatchObject({ helped: 0, notHelped: 0, words: [] })
})

test('whoever votes on and on has to wait', async () => {
  const { name } = await written({ isOpen: true })
  const codes = []
  for (let i = 0; i < 31; i += 1) codes.push((await vote(admin, name, { isHelpful: true })).statusCode)
  expect(codes.filter((code) => code === 429)).toHaveLength(1)
})

test('what an operator does with articles is in the journal, without a word of them', async () => {
  const { name, rev } = await written({ text: 'Тайное слово' })
  await write({ rev, text: 'Другое' }, name)
  await put(`${name}/hidden`, { isHidden: true })
  await put(`${name}/hidden`, { isHidden: true })
  await put(`${name}/hidden`, { isHidden: false })
  await operator.request({ method: 'DELETE', url: `/api/operator/articles/${name}` })
  const entries = await world.db
    .selectFrom('audit_entry')
    .where('subject_kind', '=', 'article')
    .where('subject_id', '=', name)
    .select(['action', 'details'])
    .orderBy('id')
    .execute()
  expect(entries.map(({ action }) => action)).toEqual([
    'article.written',
    'article.written',
    'article.hidden',
    'article.shown',
    'article.deleted',
  ])
  expect(JSON.stringify(entries)).not.toContain('слово')
})

const waiting = async () => (await operator.request({ url: '/api/me/waiting' })).json<{ articles: number }>()

test('what an operator has translated is read in one’s own language, and else in Russian; a changed text makes it old', async () => {
  const { name, rev } = await written()
  const inTatar = (given: object) => put(`${name}/translations/tt`, { ...words, rev: 0, ...given })
  const words = { title: 'Түгәрәкләр', text: 'Чәршәмбе көнне.' }
  const readIn = async (language: string) =>
    (await parent.request({ url: `/api/articles/${name}`, query: { language } })).json<Article>()
  expect((await inTatar({ title: ' ' })).json()).toMatchObject({ code: 'invalid-request' })
  expect((await inTatar({})).json()).toMatchObject({ translations: [{ ...words, rev: 1 }] })
  expect((await inTatar({})).json(), 'a retry').toMatchObject({ translations: [{ ...words, rev: 1 }] })
  expect((await inTatar({ title: 'Башка' })).json()).toMatchObject({ code: 'article-changed' })
  expect(await readIn('tt')).toMatchObject({ ...words, language: 'tt', languages: ['tt'] })
  expect(await readIn('uz')).toMatchObject({ title: own.title, language: null, languages: ['tt'] })

  expect((await write({ text: 'Иначе.', rev }, name)).json()).toMatchObject({ translations: [{ isOld: true }] })
  await operator.request({ method: 'DELETE', url: `/api/operator/articles/${name}/translations/tt` })
  expect(await readIn('tt')).toMatchObject({ language: null, languages: [] })
})
