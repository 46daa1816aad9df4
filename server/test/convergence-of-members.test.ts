import { type ChatId, type Message, type ServerFrame, visibleMessages } from '@kolosok/contract'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { deleteMembers, insertMembers, lockChat, takeTurn } from '#chats/index.ts'
import { insertSystemMessage } from '#messages/index.ts'
import { transact } from '#platform/db.ts'
import { chance, createBadBus } from './bad-bus.ts'
import { type ChatPerson, type ChatWorld, createChatWorld } from './chat-world.ts'

let world: ChatWorld
beforeAll(async () => (world = await createChatWorld({ bus: createBadBus(), nodes: 2 })))
afterAll(() => world.close())

/** As the structure does it: out with a line, in with a line and a cut-off. */
async function turnOut(person: ChatPerson, chatId: ChatId) {
  await transact(world.db, async (tx, afterCommit) => {
    await lockChat(tx, chatId)
    await deleteMembers(tx, chatId, [person.accountId])
    const turn = await takeTurn(tx, chatId, { seq: 1, audience: 1 })
    await insertSystemMessage(world, tx, afterCommit, { kind: 'members-left', ...lineAbout(person, chatId), turn })
  })
}

async function letIn(person: ChatPerson, chatId: ChatId) {
  const { accountId, membershipId } = person
  await transact(world.db, async (tx, afterCommit) => {
    await lockChat(tx, chatId)
    const turn = await takeTurn(tx, chatId, { seq: 1, audience: 1 })
    const at = { visibleFromSeq: turn.seq, joinedRev: turn.rev, readSeq: turn.seq }
    const as = { role: 'member', isStaff: true, hasEntered: false } as const
    await insertMembers(tx, [{ ...at, ...as, chatId, accountId, membershipId }])
    await insertSystemMessage(world, tx, afterCommit, { kind: 'members-joined', ...lineAbout(person, chatId), turn })
  })
}

const lineAbout = ({ accountId, membershipId }: ChatPerson, chatId: ChatId) => ({
  chatId,
  authorId: accountId,
  membershipId,
  subjectIds: [accountId],
})

async function writeABit(person: ChatPerson, chatId: ChatId, written: Message[]) {
  for (let step = 0; step < 12; step += 1) {
    const own = written.findLast((message) => message.authorId === person.accountId)
    const old = written[Math.floor(Math.random() * written.length)]
    if (old && chance(0.3)) await person.react(old)
    else if (own && chance(0.3)) await person.change('PATCH', own, { text: `исправлено ${String(step)}` })
    else written.push((await person.post(chatId)).json<Message>())
  }
}

test('while people come and go and the network fails, every screen ends as its owner would fetch it afresh', async () => {
  const [writers, wanderers] = [await world.people(6), await world.people(4)]
  const chatId = await world.chat([...writers, ...wanderers], { newcomersSee: 'from-joining' })
  let isStormy = true
  const isLost = (frame: ServerFrame) => isStormy && frame.type === 'changes' && chance(0.1)
  const screens = await Promise.all(
    [...writers, ...wanderers].map(async (person) => {
      const client = await person.connect({ isLost })
      client.hold(chatId, await person.page(chatId))
      return { person, client }
    }),
  )

  const written: Message[] = []
  const wander = screens.slice(writers.length).map(async ({ person, client }) => {
    for (let round = 0; round < 3; round += 1) {
      await writers[0]?.post(chatId)
      await turnOut(person, chatId)
      await writers[1]?.post(chatId)
      await letIn(person, chatId)
      client.hold(chatId, await person.page(chatId))
    }
  })
  await Promise.all([...wander, ...writers.map((person) => writeABit(person, chatId, written))])
  isStormy = false
  await writers[0]?.post(chatId)
  const { rev } = (await writers[0]?.page(chatId)) ?? { rev: 0 }

  await vi.waitFor(() => {
    for (const { client } of screens) expect(client.state(chatId)?.rev).toBe(rev)
  }, 10_000)
  for (const { person, client } of screens) {
    const state = client.state(chatId)
    const shown = state ? visibleMessages(state) : []
    const fresh = await wholeChat(person, chatId)
    expect(shown).toEqual(fresh.filter(({ seq }) => seq >= (state?.from ?? 1)))
    expect(shown.length).toBeGreaterThan(0)
    if (wanderers.includes(person)) expect(shown[0]?.seq).toBeGreaterThanOrEqual(fresh[0]?.seq ?? Infinity)
  }
})

async function wholeChat(person: ChatPerson, chatId: ChatId): Promise<Message[]> {
  const all: Message[] = []
  for (let isStart = false; !isStart;) {
    const page = await person.page(chatId, all[0]?.seq)
    all.unshift(...page.messages)
    isStart = page.isStart
  }
  return all
}
