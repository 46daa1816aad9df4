import type { ChatId, ChatLinkWay } from '@kolosok/contract'
import type { ChatContext } from '#chats/index.ts'
import { type Invited, listHeld, mayMix } from '#group-chats/index.ts'
import { getHeld, type HeldInvitation, requireOpen } from '#invitations/index.ts'
import { findByCode } from '#join-requests/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import type { Db } from '#platform/db.ts'
import { findGuest, getLinkedChat } from './store.ts'

type Held = HeldInvitation & { readonly chatId: ChatId }
type Link = {
  readonly held: Held
  readonly chat: Awaited<ReturnType<typeof getLinkedChat>>
  readonly members: Awaited<ReturnType<typeof listHeld>>
  readonly isIn: boolean
  /** As whom they may come in at once; null when they can't. */
  readonly guest: Invited | null
  /** Belongs to the organization: has nothing to ask for. */
  readonly isInside: boolean
}

/** Everything that decides where the link of a chat leads for one person. */
export async function readLink(context: ChatContext, db: Db, actor: Actor, token: string): Promise<Link> {
  const held = await getHeld(context, db, token)
  const { chatId } = held
  if (chatId === null) throw new AppError('not-found')
  const [chat, members, found] = await Promise.all([
    getLinkedChat(db, chatId),
    listHeld(db, chatId),
    findGuest(db, held.id, actor.accountId),
  ])
  const isIn = members.some(({ accountId }) => accountId === actor.accountId)
  if (!isIn) requireOpen(held)
  // Past the structure no link leads.
  const isWelcome = chat.boundTo === null && found?.isReached === true && mayMix([...members, found])
  return {
    held: { ...held, chatId },
    chat,
    members,
    isIn,
    guest: isWelcome ? found : null,
    // A parent here may still ask for another group, by another child.
    isInside: found !== undefined && (chat.boundTo === null || found.isStaff),
  }
}

export async function lookAtLink(context: ChatContext, actor: Actor, token: string): Promise<ChatLinkWay> {
  const { held, isIn, guest, isInside } = await readLink(context, context.db, actor, token)
  const { chatId } = held
  if (isIn) return { way: 'in', chatId }
  if (guest) return { way: 'enter', chatId }
  if (isInside) return { way: 'none' }
  const organization = await findByCode(context.db, held.organizationCode)
  if (!organization) throw new AppError('not-found')
  const { code, name, groups } = organization
  return { way: 'ask', organization: { code, name, groups }, groupId: held.groups[0]?.id ?? null }
}
