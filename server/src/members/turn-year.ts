import type { AccountId, ChatChange, ChatId, GroupId, MembershipId, OrganizationId } from '@kolosok/contract'
import { type ChatContext, deleteMembers, takeTurn } from '#chats/index.ts'
import { insertSystemMessage } from '#messages/index.ts'
import type { YearChange } from '#organizations/index.ts'
import { publishStale } from '#platform/bus.ts'
import type { AfterCommit, Tx } from '#platform/db.ts'
import {
  deleteChat,
  listArchives,
  listBound,
  listMembers,
  listStrangers,
  updateLinks,
  updateToArchive,
  updateToBound,
} from './year.store.ts'

type Speaker = { readonly accountId: AccountId; readonly membershipId: MembershipId | null }
type Turning = {
  readonly organizationId: OrganizationId
  readonly year: YearChange
  readonly speaker: Speaker
}
type Context = Pick<ChatContext, 'bus'>

/** The archives that are to be chats of their groups again: locked with all others. */
export async function listToReopen(tx: Tx, { reopened }: YearChange): Promise<ChatId[]> {
  const [first] = reopened
  if (!first) return []
  const groupIds = reopened.map(({ groupId }) => groupId)
  return (await listArchives(tx, groupIds, first.since)).map(({ chatId }) => chatId)
}

/** Archives and opens again, one line in each chat. The caller holds the locks; who is in follows afterwards. */
export async function turnYear(context: Context, tx: Tx, afterCommit: AfterCommit, turning: Turning): Promise<void> {
  const { ended, began, reopened } = turning.year
  const groups = [...ended.map(({ groupId }) => groupId), ...began, ...reopened.map(({ groupId }) => groupId)]
  const bound = new Map((await listBound(tx, groups)).map((chat) => [chat.groupId, chat]))
  for (const { groupId, title } of ended) {
    const chat = bound.get(groupId)
    if (chat?.isSpokenIn) await archive(context, tx, afterCommit, turning, { chatId: chat.chatId, groupId, title })
  }
  for (const groupId of began) {
    const chatId = bound.get(groupId)?.chatId
    // In a chat that nobody is in yet there is nobody to tell.
    if (chatId && (await listMembers(tx, chatId)).length > 0) {
      await say(context, tx, afterCommit, turning, { chatId, change: 'year-began' })
    }
  }
  await reopen(context, tx, afterCommit, turning, bound)
}

type Archived = { readonly chatId: ChatId; readonly groupId: GroupId; readonly title: string }

async function archive(context: Context, tx: Tx, afterCommit: AfterCommit, turning: Turning, chat: Archived) {
  const { chatId } = chat
  const leaving = await listStrangers(tx, turning.organizationId, chatId)
  await deleteMembers(tx, chatId, leaving)
  await updateToArchive(tx, chat)
  await say(context, tx, afterCommit, turning, { chatId, change: 'year-ended', subjectIds: leaving })
  const staying = await listMembers(tx, chatId)
  afterCommit(() => {
    publishStale(context.bus, staying, 'chats')
  })
}

type Bound = Awaited<ReturnType<typeof listBound>>[number]

async function reopen(
  context: Context,
  tx: Tx,
  afterCommit: AfterCommit,
  turning: Turning,
  bound: ReadonlyMap<GroupId, Bound>,
): Promise<void> {
  const [first] = turning.year.reopened
  if (!first) return
  const titles = new Map(turning.year.reopened.map(({ groupId, title }) => [groupId, title]))
  for (const { chatId, groupId } of await listArchives(tx, [...titles.keys()], first.since)) {
    const fresh = bound.get(groupId)
    // Whoever holds a link to the group's chat comes to the one that it has.
    if (fresh) await updateLinks(tx, { from: fresh.chatId, to: chatId })
    if (fresh?.isSpokenIn) {
      const title = titles.get(groupId) ?? ''
      await archive(context, tx, afterCommit, turning, { chatId: fresh.chatId, groupId, title })
    } else if (fresh) {
      const without = await deleteChat(tx, fresh.chatId)
      afterCommit(() => {
        publishStale(context.bus, without, 'chats')
      })
    }
    await updateToBound(tx, { chatId, groupId })
    await say(context, tx, afterCommit, turning, { chatId, change: 'year-reopened' })
    const members = await listMembers(tx, chatId)
    afterCommit(() => {
      publishStale(context.bus, members, 'chats')
    })
  }
}

type Line = {
  readonly chatId: ChatId
  readonly change: Extract<ChatChange, `year-${string}`>
  readonly subjectIds?: readonly AccountId[]
}

async function say({ bus }: Context, tx: Tx, afterCommit: AfterCommit, { speaker }: Turning, line: Line) {
  const { chatId, change, subjectIds = [] } = line
  const turn = await takeTurn(tx, chatId, { seq: 1, audience: 1 })
  const { accountId: authorId, membershipId } = speaker
  const said = { chatId, kind: 'chat-changed', text: change, subjectIds, authorId, membershipId, turn } as const
  await insertSystemMessage({ bus }, tx, afterCommit, said)
}
