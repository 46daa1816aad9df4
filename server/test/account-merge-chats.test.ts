import type { ChatId, Message, MessageId } from '@kolosok/contract'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { newId } from '#platform/new-id.ts'
import { createMergeOffice, type Someone } from './account-merge-seed.ts'
import { speak } from './chat-world.ts'
import { seedOrganization } from './organization-seed.ts'
import { createSignInWorld } from './sign-in-world.ts'
import { restructure } from './structure-seed.ts'

let world: Awaited<ReturnType<typeof createSignInWorld>>
let office: ReturnType<typeof createMergeOffice>
beforeAll(async () => {
  world = await createSignInWorld()
  office = createMergeOffice(world)
})
afterAll(() => world.close())

const talking = (who: Someone) => ({ ...who, ...speak(world, who, 0) })

/** A mother with two accounts whose children are in one group, a teacher, and what they have said. */
async function group() {
  const garden = await seedOrganization(world)
  const gnomes = await garden.group('Гномики')
  const [one, other, third] = [await office.person(), await office.person(), await office.person()]
  await garden.parent([await garden.child('Ваня', gnomes)], 'мама Вани', one)
  const teacher = await garden.teacher({ groups: [gnomes], who: third })
  await restructure({ ...world, organizationId: garden.id }, teacher, [gnomes], () => Promise.resolve())
  const { id } = await world.db
    .selectFrom('chat')
    .where('bound_group_id', '=', gnomes)
    .select('id')
    .executeTakeFirstOrThrow()
  return { garden, gnomes, chatId: id, one: talking(one), other: talking(other), teacher: talking(third), came }

  /** Only now, so that what was said before is not the other account's to see. */
  async function came() {
    await garden.parent([await garden.child('Маша', gnomes)], 'мама Маши', other)
    await restructure({ ...world, organizationId: garden.id }, teacher, [gnomes], () => Promise.resolve())
  }
}

const said = async (by: { post: ReturnType<typeof speak>['post'] }, chatId: ChatId, body: object = {}) =>
  (await by.post(chatId, body)).json<Message>()

test('what the other account said, saw and read is this one’s; open clients start the chat afresh', async () => {
  const { chatId, one, other, teacher, came } = await group()
  await said(teacher, chatId, { text: 'До' })
  await came()
  const own = await said(other, chatId, { text: 'Моё' })
  const late = await said(teacher, chatId, { text: 'После' })
  await other.react(late)
  await one.react(late)
  await other.read(chatId, late.seq)
  const client = await teacher.connect()
  client.hold(chatId, await teacher.page(chatId))

  expect((await office.merge(one, other)).statusCode).toBe(200)

  await vi.waitFor(() => {
    const held = client.state(chatId)?.messages.find(({ id }) => id === own.id)
    expect(held).toMatchObject({ authorId: one.accountId })
  }, 10_000)
  client.close()
  const page = await teacher.page(chatId)
  const adopted = page.messages.find(({ id }) => id === own.id)
  expect(adopted).toMatchObject({ authorId: one.accountId })
  expect(page.messages.find(({ id }) => id === late.id)?.reactions).toEqual({
    '👍': { count: 1, accountIds: [one.accountId] },
  })
  expect(JSON.stringify(page)).not.toContain(other.accountId)
  // Their own now, to edit as well.
  expect((await one.change('PATCH', adopted as Message, { text: 'Моё, исправлено' })).statusCode).toBe(200)
  const mine = (await one.chats()).chats.find(({ id }) => id === chatId)
  expect(mine).toMatchObject({ readSeq: late.seq })
  expect((await one.page(chatId)).messages.map(({ text }) => text)).toContain('До')
  const members = (await teacher.members(chatId)).json<{ members: { accountId: string }[] }>().members
  expect(members.map(({ accountId }) => accountId).sort()).toEqual([one.accountId, teacher.accountId].sort())
})

test('of two drafts the newer one stays, and what either has put by is this one’s to say', async () => {
  const { chatId, one, other, came } = await group()
  await came()
  const put = (who: typeof one, path: string, payload: object) =>
    who.request({ method: 'PUT', url: `/api/chats/${chatId}/${path}`, payload })
  await put(one, 'draft', { text: 'Давнее', ageMs: 60_000 })
  await put(other, 'draft', { text: 'Недавнее', ageMs: 0 })
  const sendAt = new Date(Date.now() + 3600_000).toISOString()
  for (const who of [one, other]) await put(who, `scheduled/${newId()}`, { text: 'Завтра нас не будет', sendAt })

  expect((await office.merge(one, other)).statusCode).toBe(200)

  const chat = (await one.chats()).chats.find(({ id }) => id === chatId)
  expect(chat).toMatchObject({ draft: { text: 'Недавнее' }, scheduled: { waiting: 2, refused: 0 } })
})

test('in a poll that both voted in, the choice of the account that stays counts', async () => {
  const { chatId, one, other, teacher, came } = await group()
  await came()
  const poll = { question: 'Когда?', options: ['Утром', 'Вечером'], isMultiple: false }
  const message = await said(teacher, chatId, { id: newId<MessageId>(), text: '', poll })
  const alone = await said(teacher, chatId, { id: newId<MessageId>(), text: '', poll })
  await one.vote(message, 0)
  await other.vote(message, 1)
  await other.vote(alone, 1)
  expect((await office.merge(one, other)).statusCode).toBe(200)
  expect((await teacher.get(message)).json()).toMatchObject({
    message: { poll: { voters: 1, options: [{ accountIds: [one.accountId] }, { count: 0 }] } },
  })
  expect((await teacher.get(alone)).json()).toMatchObject({
    message: { poll: { voters: 1, options: [{ count: 0 }, { accountIds: [one.accountId] }] } },
  })
})

test('of two direct chats with one person the other account’s becomes an archive of both; a single one goes on', async () => {
  const { garden, one, other, teacher, came } = await group()
  await came()
  const colleague = talking(await office.person())
  await garden.admin(colleague)
  const direct = async (from: typeof one, to: typeof one) => {
    const { membershipId } = await world.db
      .selectFrom('person')
      .where('account_id', '=', to.accountId)
      .select('membership_id as membershipId')
      .executeTakeFirstOrThrow()
    const url = `/api/organizations/${garden.id}/direct-chats/${membershipId}`
    return (await from.request({ method: 'PUT', url })).json<{ id: ChatId }>().id
  }
  const [kept, second, single] = [
    await direct(one, teacher),
    await direct(other, teacher),
    await direct(other, colleague),
  ]
  await said(other, second, { text: 'Из другой' })
  await said(other, single, { text: 'Одна' })

  expect((await office.merge(one, other)).statusCode).toBe(200)

  const lists = [await one.chats(), await teacher.chats()]
  for (const { chats } of lists) {
    expect(chats.find(({ id }) => id === kept)).toMatchObject({ kind: 'direct', state: 'open' })
    expect(chats.find(({ id }) => id === second)).toMatchObject({ kind: 'group', state: 'read-only' })
  }
  expect((await one.page(second)).messages.map(({ text }) => text)).toContain('Из другой')
  expect((await said(one, single, { text: 'Дальше' })).authorId).toBe(one.accountId)
})

test('«Избранное» of both becomes one: what the other account kept stands below, and nothing of it is unread', async () => {
  const { one, other } = await group()
  const saved = async (who: Someone, ...texts: string[]) => {
    const chatId = newId<ChatId>()
    await world.db.insertInto('chat').values({ id: chatId, kind: 'saved', first_account_id: who.accountId }).execute()
    await world.db
      .insertInto('chat_member')
      .values({ chat_id: chatId, account_id: who.accountId, role: 'member' })
      .execute()
    for (const text of texts) await said(talking(who), chatId, { text })
    return chatId
  }
  const kept = await saved(one, 'Моё')
  const second = await saved(other, 'Раз', 'Два')
  const written = (who: Someone, chatId: ChatId, body: object) =>
    who.request({ method: 'PUT', url: `/api/chats/${chatId}/draft`, payload: { ageMs: 0, ...body } })
  await written(one, kept, { text: 'Старое', ageMs: 60_000 })
  await written(other, second, { text: 'Купить мел' })
  expect((await office.merge(one, other)).statusCode).toBe(200)
  const { messages } = await one.page(kept)
  expect(messages.map(({ text, authorId }) => [text, authorId === one.accountId])).toEqual([
    ['Моё', true],
    ['Раз', true],
    ['Два', true],
  ])
  expect((await one.chats()).chats.find(({ id }) => id === kept)).toMatchObject({
    lastSeq: 3,
    readSeq: 3,
    draft: { text: 'Купить мел' },
  })
  expect((await said(one, kept, { text: 'Дальше' })).seq).toBe(4)
})
