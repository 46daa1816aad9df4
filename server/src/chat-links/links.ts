import type { ChatId, Invitation, InvitationId } from '@kolosok/contract'
import { recordAudit } from '#audit/index.ts'
import { accessChat, type ChatContext, type ClearedChat } from '#chats/index.ts'
import {
  findInvitationFacts,
  getInvitationRow,
  insertInvitations,
  listManagers,
  prepare,
  presentInvitation,
} from '#invitations/index.ts'
import { accessOrganization } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import { publishStale } from '#platform/bus.ts'
import { type Db, transact } from '#platform/db.ts'
import { findChatOfLink, listLinks } from './store.ts'

export async function getLinks(
  context: ChatContext,
  actor: Actor,
  chatId: ChatId,
): Promise<{ invitations: Invitation[] }> {
  await accessInviting(context.db, actor, chatId)
  const rows = await listLinks(context.db, chatId, context.clock())
  return { invitations: rows.map((row) => presentInvitation(context, row)) }
}

type New = {
  readonly chatId: ChatId
  readonly invitationId: InvitationId
  readonly useLimit: number
  readonly days: number
}

/** A link to this very chat; again with the same id it is the same one. */
export async function createLink(
  context: ChatContext,
  actor: Actor,
  { chatId, invitationId, ...terms }: New,
): Promise<Invitation> {
  return transact(context.db, async (tx, afterCommit) => {
    const { organizationId } = await accessInviting(tx, actor, chatId)
    const draft = await prepare(context, tx, actor, organizationId, terms)
    const created = await insertInvitations(tx, [{ ...draft(invitationId, null, ''), chatId }])
    if (created === 0) {
      // A retry names a link of this very chat; any other id is nobody's business.
      const there = await findInvitationFacts(tx, invitationId, actor.accountId)
      if (!there || (await findChatOfLink(tx, invitationId)) !== chatId) throw new AppError('not-found')
    } else {
      const subject = { subjectKind: 'invitation', subjectId: invitationId } as const
      const details = { kind: 'chat', chatId, ...terms }
      await recordAudit(tx, actor, { organizationId, action: 'invitation.created', ...subject, details })
      const managers = await listManagers(tx, organizationId, [])
      afterCommit(() => {
        publishStale(context.bus, [...new Set([...managers, actor.accountId])], 'invitations')
      })
    }
    return presentInvitation(context, await getInvitationRow(tx, invitationId, context.clock()))
  })
}

/** Whoever keeps order in the chat, as long as they may put chats together at all: confirmed. */
async function accessInviting(
  db: Db,
  actor: Actor,
  chatId: ChatId,
): Promise<ClearedChat & { organizationId: NonNullable<ClearedChat['organizationId']> }> {
  const chat = await accessChat(db, actor, chatId, 'invite')
  const { organizationId } = chat
  if (!organizationId) throw new AppError('forbidden')
  await accessOrganization(db, actor, organizationId, 'createChats')
  return { ...chat, organizationId }
}
