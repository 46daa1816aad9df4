import { lockChat } from '#chats/index.ts'
import { bringIn, listHeld, mayMix } from '#group-chats/index.ts'
import { insertUse } from '#invitations/index.ts'
import type { AdmissionPort } from '#join-requests/index.ts'
import type { Context } from '#platform/context.ts'
import { findChatOfLink, findGuest, getLinkedChat, hasPlaceLeft } from './store.ts'

/**
 * Who asked by the link of a chat and was let in comes into it, too, if it is one that people put together; into a
 * group's the structure has put them. One place of the link is taken either way.
 */
export function createAdmission(context: Pick<Context, 'bus' | 'clock'>): AdmissionPort['admitted'] {
  return async (tx, actor, { organizationId, accountId, invitationId }, afterCommit) => {
    const chatId = await findChatOfLink(tx, invitationId)
    const guest = await findGuest(tx, invitationId, accountId)
    if (chatId === null || !guest) return
    const { membershipId } = guest
    // It was decided all the same when the last place has gone meanwhile.
    if (await hasPlaceLeft(tx, invitationId)) {
      await insertUse(tx, { invitationId, accountId, membershipId, at: context.clock() })
    }
    await lockChat(tx, chatId)
    const chat = await getLinkedChat(tx, chatId)
    const held = await listHeld(tx, chatId)
    const isIn = held.some((member) => member.accountId === accountId)
    const isOpen = chat.boundTo === null && chat.state === 'open'
    if (isIn || !isOpen || !guest.isReached || !mayMix([...held, guest])) return
    const coming = { chat: { ...chat, organizationId }, held, invited: [guest], membershipId: null }
    await bringIn(context, tx, actor, coming, afterCommit)
  }
}
