import type { BoundChat, ChatId, OrganizationId, RulePart } from '@kolosok/contract'
import { recordAudit } from '#audit/index.ts'
import { type ChatContext, lockChat } from '#chats/index.ts'
import { followRule, tellOfChat } from '#members/index.ts'
import { accessOrganization, lockOrganization } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError, invalidFields } from '#platform/app-error.ts'
import { publishStale } from '#platform/bus.ts'
import { type AfterCommit, transact, type Tx } from '#platform/db.ts'
import {
  closePast,
  findBoundChat,
  type FoundChat,
  insertRuleChat,
  listBoundChats,
  listGroupsForRules,
  partRow,
  replaceParts,
  updateState,
  updateTitle,
} from './store.ts'

const hasFamilies = (parts: readonly RulePart[]) => parts.some(({ kind }) => kind === 'parents' || kind === 'committee')

type One = { readonly organizationId: OrganizationId; readonly chatId: ChatId }

/** The chat with everybody in it who fits; again with the same id changes nothing. */
export async function createRuleChat(
  context: ChatContext,
  actor: Actor,
  { title, parts, ...one }: One & { title: string; parts: readonly RulePart[] },
): Promise<BoundChat> {
  const { organizationId, chatId } = one
  return transact(context.db, async (tx, afterCommit) => {
    await openOffice(tx, actor, organizationId)
    await checkGroups(tx, organizationId, parts)
    const newcomersSee = hasFamilies(parts) ? 'from-joining' : 'all'
    if (await insertRuleChat(tx, { id: chatId, organizationId, title, newcomersSee })) {
      await replaceParts(tx, chatId, parts)
      await followRule(context, tx, actor, one, afterCommit)
      await finish(
        context,
        tx,
        actor,
        { ...one, action: 'chat.created', details: { parts: parts.map(partRow) } },
        afterCommit,
      )
    } else await requireRuleChat(tx, one)
    return getBoundChat(tx, actor, one)
  })
}

/** Another name, or other people: who fits no more goes and who fits now comes, seen by all. */
export async function editRuleChat(
  context: ChatContext,
  actor: Actor,
  { title, parts, ...one }: One & { title?: string | undefined; parts?: readonly RulePart[] | undefined },
): Promise<BoundChat> {
  const { organizationId, chatId } = one
  return transact(context.db, async (tx, afterCommit) => {
    const chat = await openRuleChat(tx, actor, one)
    if (chat.state === 'read-only') throw new AppError('chat-read-only')
    if (parts !== undefined) {
      await checkGroups(tx, organizationId, parts)
      // What colleagues said among themselves is not for the first parents who come.
      if (hasFamilies(parts) && (await closePast(tx, chatId))) {
        const news = [{ kind: 'chat-changed', text: 'history-from-joining' }] as const
        await tellOfChat(context, tx, actor, { ...one, news }, afterCommit)
      }
      await replaceParts(tx, chatId, parts)
      await followRule(context, tx, actor, one, afterCommit)
    }
    const isRenamed = title !== undefined && title !== chat.title
    if (isRenamed) {
      await updateTitle(tx, chatId, title)
      await tellOfChat(context, tx, actor, { ...one, news: [{ kind: 'chat-renamed', text: title }] }, afterCommit)
    }
    const details = { isRenamed, ...(parts && { parts: parts.map(partRow) }) }
    await finish(context, tx, actor, { ...one, action: 'chat.edited', details }, afterCommit)
    return getBoundChat(tx, actor, one)
  })
}

/** Into the archive, where its people can still read, and out again. Doing either twice changes nothing. */
export async function setOpen(
  context: ChatContext,
  actor: Actor,
  { isOpen, ...one }: One & { isOpen: boolean },
): Promise<BoundChat> {
  return transact(context.db, async (tx, afterCommit) => {
    const chat = await openRuleChat(tx, actor, one)
    if ((chat.state === 'open') !== isOpen) {
      await updateState(tx, one.chatId, isOpen ? 'open' : 'read-only')
      const text = isOpen ? 'reopened' : 'closed'
      await tellOfChat(context, tx, actor, { ...one, news: [{ kind: 'chat-changed', text }] }, afterCommit)
      if (isOpen) await followRule(context, tx, actor, one, afterCommit)
      await finish(context, tx, actor, { ...one, action: isOpen ? 'chat.reopened' : 'chat.closed' }, afterCommit)
    }
    return getBoundChat(tx, actor, one)
  })
}

/** Asked once more behind the lock: whoever changed the structure before us may have decided otherwise. */
async function openOffice(tx: Tx, actor: Actor, organizationId: OrganizationId): Promise<void> {
  await accessOrganization(tx, actor, organizationId, 'manageChats')
  await lockOrganization(tx, organizationId)
  await accessOrganization(tx, actor, organizationId, 'manageChats')
}

async function openRuleChat(tx: Tx, actor: Actor, one: One): Promise<FoundChat> {
  await openOffice(tx, actor, one.organizationId)
  await lockChat(tx, one.chatId)
  return requireRuleChat(tx, one)
}

/** A chat of another organization, or one that people put together, is not to be found here. */
async function requireRuleChat(tx: Tx, { organizationId, chatId }: One): Promise<FoundChat> {
  const chat = await findBoundChat(tx, chatId)
  if (chat?.organizationId !== organizationId || chat.boundTo !== 'rule') throw new AppError('not-found')
  return chat
}

/** Groups of this organization that are there: each bad part is named. */
async function checkGroups(tx: Tx, organizationId: OrganizationId, parts: readonly RulePart[]): Promise<void> {
  const known = new Set((await listGroupsForRules(tx, organizationId)).map(({ id }) => id))
  const bad = parts.flatMap((part, at) => (partRow(part).groupIds.every((id) => known.has(id)) ? [] : [at]))
  if (bad.length > 0) {
    throw invalidFields(Object.fromEntries(bad.map((at) => [`parts/${String(at)}/groupIds`, 'unknown-group'])))
  }
}

type Finished = One & {
  readonly action: 'chat.created' | 'chat.edited' | 'chat.closed' | 'chat.reopened'
  readonly details?: Record<string, unknown>
}

async function finish(
  { bus }: ChatContext,
  tx: Tx,
  actor: Actor,
  { organizationId, chatId, action, details = {} }: Finished,
  afterCommit: AfterCommit,
): Promise<void> {
  await recordAudit(tx, actor, { organizationId, action, subjectKind: 'chat', subjectId: chatId, details })
  afterCommit(() => {
    publishStale(bus, [actor.accountId], 'structure')
  })
}

async function getBoundChat(tx: Tx, actor: Actor, { organizationId, chatId }: One): Promise<BoundChat> {
  const [chat] = await listBoundChats(tx, actor.accountId, { organizationId, only: chatId })
  if (!chat) throw new Error('It was there a statement ago')
  return chat
}
