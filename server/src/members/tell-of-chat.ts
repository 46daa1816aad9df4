import type { ChatChange, ChatId, OrganizationId } from '@kolosok/contract'
import { type ChatContext, takeTurn } from '#chats/index.ts'
import { insertSystemMessage } from '#messages/index.ts'
import type { Actor } from '#platform/actor.ts'
import { publishStale } from '#platform/bus.ts'
import type { AfterCommit, Tx } from '#platform/db.ts'
import { findActing } from './follow.store.ts'
import { listMemberAccounts } from './store.ts'

type News =
  | { readonly kind: 'chat-renamed'; readonly text: string }
  | { readonly kind: 'chat-changed'; readonly text: ChatChange }

type Told = { readonly organizationId: OrganizationId; readonly chatId: ChatId; readonly news: readonly News[] }

/** What became of a chat, one line each, and its members' lists anew. The caller holds the chat's lock. */
export async function tellOfChat(
  { bus }: Pick<ChatContext, 'bus'>,
  tx: Tx,
  actor: Pick<Actor, 'accountId'>,
  { organizationId, chatId, news }: Told,
  afterCommit: AfterCommit,
): Promise<void> {
  const { accountId: authorId } = actor
  const membershipId = (await findActing(tx, organizationId, authorId)) ?? null
  for (const one of news) {
    const turn = await takeTurn(tx, chatId, { seq: 1, audience: 1 })
    await insertSystemMessage({ bus }, tx, afterCommit, { ...one, chatId, authorId, membershipId, turn })
  }
  const members = await listMemberAccounts(tx, chatId)
  afterCommit(() => {
    publishStale(bus, members, 'chats')
  })
}
