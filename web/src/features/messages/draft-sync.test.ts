import 'fake-indexeddb/auto'
import type { ChatId } from '@kolosok/contract'
import { beforeEach, expect, test, vi } from 'vitest'
import { localData } from '#lib/local-data.ts'
import { newId } from '#lib/new-id.ts'
import { keepDraft, takeDraft, tellDrafts } from './draft-sync.ts'

type Told = { readonly text: string; readonly ageMs: number }
type Stands = { readonly text: string; readonly replyToId: null; readonly writtenAt: string } | null

let chatId: ChatId
const told: Told[] = []
/** What the server answers: by itself it holds whatever was told. */
let answer: (given: Told) => Response

const theirs = (text: string, ago = 0) => ({
  text,
  replyToId: null,
  writtenAt: new Date(Date.now() - ago).toISOString(),
})
const stands = (draft: Stands) => Response.json({ draft })

beforeEach(async () => {
  await localData.drafts.clear()
  chatId = newId() as ChatId
  told.length = 0
  answer = ({ text }) => stands(text === '' ? null : theirs(text))
  vi.stubGlobal('fetch', (_: string, { body }: { body: string }) => {
    const given = JSON.parse(body) as Told
    told.push(given)
    return Promise.resolve(answer(given))
  })
})

const write = (text: string) => keepDraft(chatId, { text, replyToId: null })
const held = () => localData.drafts.get(chatId)

test('what is written here is told once, and emptied there when it is sent', async () => {
  await write('Добрый день')
  await tellDrafts()
  await tellDrafts()
  await write('')
  await tellDrafts()
  expect(told.map(({ text }) => text)).toEqual(['Добрый день', ''])
  expect(await held()).toBeUndefined()
})

test('what is sent before anybody was told of it is nobody’s business', async () => {
  await write('Да')
  await write('')
  await tellDrafts()
  expect(told).toEqual([])
})

test('what another device writes is taken, but never over what is not told yet', async () => {
  await takeDraft(chatId, theirs('С телефона'))
  expect(await held()).toMatchObject({ text: 'С телефона', isTold: true })
  await write('С телефона и дальше')
  await takeDraft(chatId, theirs('Совсем другое'))
  await takeDraft(chatId, null)
  expect(await held()).toMatchObject({ text: 'С телефона и дальше', isTold: false })
})

test('sent from another device, it is gone here as well', async () => {
  await takeDraft(chatId, theirs('С телефона'))
  await takeDraft(chatId, null)
  expect(await held()).toBeUndefined()
})

test('without network it waits, and says how long ago it was written', async () => {
  answer = () => Response.error()
  await write('В трамвае')
  await localData.drafts.where({ chatId }).modify({ writtenAt: Date.now() - 60_000 })
  await tellDrafts()
  expect(await held()).toMatchObject({ isTold: false })
  answer = ({ text }) => stands(theirs(text))
  await tellDrafts()
  expect(told.at(-1)?.ageMs).toBeGreaterThanOrEqual(60_000)
  expect(await held()).toMatchObject({ text: 'В трамвае', isTold: true })
})

test('where another device wrote something newer meanwhile, both are kept', async () => {
  let isNews = true
  answer = ({ text }) => {
    const newer = isNews ? 'Новее' : text
    isNews = false
    return stands(theirs(newer))
  }
  await write('Старее')
  await tellDrafts()
  expect(told.map(({ text }) => text)).toEqual(['Старее', 'Новее\n\nСтарее'])
  expect(await held()).toMatchObject({ text: 'Новее\n\nСтарее', isTold: true })
})

test('written here without network, it stays though another device has emptied its own meanwhile', async () => {
  await write('Не придём')
  answer = () => stands(told.length === 1 ? null : theirs('Не придём'))
  await tellDrafts()
  expect(told).toHaveLength(2)
  expect(await held()).toMatchObject({ text: 'Не придём', isTold: true })
})

test('what is typed while the server is being told is told next', async () => {
  await write('Раз')
  answer = ({ text }) => {
    if (text === 'Раз') void write('Раз, два')
    return stands(theirs(text))
  }
  await tellDrafts()
  await vi.waitFor(async () => {
    expect(await held()).toMatchObject({ text: 'Раз, два' })
  })
  await tellDrafts()
  expect(await held()).toMatchObject({ text: 'Раз, два', isTold: true })
})
