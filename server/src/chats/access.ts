import type { ChatId } from '@kolosok/contract'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import type { Db } from '#platform/db.ts'
import { type ChatAction, chatPolicy } from './policy.ts'
import { findChatFacts, type FoundFacts } from './store.ts'

/** A chat this actor has been cleared for. Only `accessChat` makes one. */
export type ClearedChat = FoundFacts & { readonly id: ChatId; readonly clearedFor: ChatAction }

/** The only door to a chat from outside this module: it loads, asks the policy, or throws. */
export async function accessChat(
  db: Db,
  actor: Pick<Actor, 'accountId'>,
  id: ChatId,
  action: ChatAction,
): Promise<ClearedChat> {
  const facts = await findChatFacts(db, id, actor.accountId)
  const verdict = facts ? chatPolicy[action](facts) : 'not-found'
  if (!facts || verdict !== 'allow') throw new AppError(verdict === 'allow' ? 'not-found' : verdict)
  return { ...facts, id, clearedFor: action }
}
