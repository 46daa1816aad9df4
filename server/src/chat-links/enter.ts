import type { ChatId } from '@kolosok/contract'
import { recordAudit } from '#audit/index.ts'
import { type ChatContext, lockChat } from '#chats/index.ts'
import { bringIn } from '#group-chats/index.ts'
import { hashToken } from '#identity/index.ts'
import { getHeld, insertUse, lockByToken } from '#invitations/index.ts'
import { shareStructure } from '#members/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import { transact } from '#platform/db.ts'
import { readLink } from './look.ts'

/** Somebody of the organization who may be in the chat comes in; once, and one place of the link is taken. */
export async function enterByLink(context: ChatContext, actor: Actor, token: string): Promise<{ chatId: ChatId }> {
  return transact(context.db, async (tx, afterCommit) => {
    await lockByToken(tx, hashToken(token))
    const { organizationId, chatId } = await getHeld(context, tx, token)
    if (chatId === null) throw new AppError('not-found')
    await shareStructure(tx, organizationId)
    await lockChat(tx, chatId)
    const { held, chat, members, isIn, guest } = await readLink(context, tx, actor, token)
    if (isIn) return { chatId }
    if (!guest) throw new AppError('chat-not-for-you')
    const { membershipId } = guest
    const coming = { chat: { ...chat, organizationId }, held: members, invited: [guest], membershipId }
    await bringIn(context, tx, actor, coming, afterCommit)
    await insertUse(tx, { invitationId: held.id, accountId: actor.accountId, membershipId, at: context.clock() })
    const subject = { subjectKind: 'invitation', subjectId: held.id, details: { membershipId } } as const
    await recordAudit(tx, actor, { organizationId, action: 'invitation.accepted', ...subject })
    return { chatId }
  })
}
