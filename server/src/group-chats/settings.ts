import type { Chat, ChatChange, ChatId, ChatSettings } from '@kolosok/contract'
import { recordAudit } from '#audit/index.ts'
import { getChat } from '#chat-list/index.ts'
import { type ChatContext, chatPolicy, type ClearedChat } from '#chats/index.ts'
import { tellOfChat } from '#members/index.ts'
import { underChatLock } from '#messages/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import { updateChat } from './store.ts'

type Fields = ChatSettings & { readonly title: string }
type Given = { readonly [Name in keyof Fields]?: Fields[Name] | undefined }
type News = Parameters<typeof tellOfChat>[3]['news']

/** The rules of a chat, and what it is called; what is so already is not told again. */
export async function changeSettings(
  context: ChatContext,
  actor: Actor,
  { chatId, given }: { chatId: ChatId; given: Given },
): Promise<Chat> {
  await underChatLock(context, actor, { chatId, action: 'configure' }, async (tx, chat, afterCommit) => {
    const { organizationId } = chat
    if (!organizationId) throw new AppError('forbidden')
    const change = changed(chat, given)
    const renamed = change.title === undefined ? 'allow' : chatPolicy.rename(chat)
    if (renamed !== 'allow') throw new AppError(renamed)
    const news = newsOf(change)
    if (news.length === 0) return
    await updateChat(tx, chatId, change)
    await tellOfChat(context, tx, actor, { organizationId, chatId, news }, afterCommit)
    const { title, ...rules } = change
    const details = { ...rules, isRenamed: title !== undefined }
    await recordAudit(tx, actor, {
      organizationId,
      action: 'chat.edited',
      subjectKind: 'chat',
      subjectId: chatId,
      details,
    })
  })
  return getChat(context, actor, chatId)
}

type Change = Partial<Fields>

function changed(chat: ClearedChat, given: Given): Change {
  const entries = Object.entries(given).filter(
    ([name, value]) => value !== undefined && chat[name as keyof Change] !== value,
  )
  return Object.fromEntries(entries)
}

function newsOf({ title, whoMayWrite, newcomersSee, mayMembersCall }: Change): News {
  const rules: ChatChange[] = []
  if (whoMayWrite) rules.push(`writing-${whoMayWrite}`)
  if (newcomersSee) rules.push(`history-${newcomersSee}`)
  if (mayMembersCall !== undefined) rules.push(mayMembersCall ? 'calls-on' : 'calls-off')
  return [
    ...(title === undefined ? [] : [{ kind: 'chat-renamed', text: title } as const]),
    ...rules.map((text) => ({ kind: 'chat-changed', text }) as const),
  ]
}

/** Into the archive and out again; doing either twice changes nothing. */
export async function setOpen(
  context: ChatContext,
  actor: Actor,
  { chatId, isOpen }: { chatId: ChatId; isOpen: boolean },
): Promise<Chat> {
  await underChatLock(context, actor, { chatId, action: 'close' }, async (tx, chat, afterCommit) => {
    const { organizationId } = chat
    if (!organizationId || (chat.state === 'open') === isOpen) return
    await updateChat(tx, chatId, { state: isOpen ? 'open' : 'read-only' })
    const news = [{ kind: 'chat-changed', text: isOpen ? 'reopened' : 'closed' }] as const
    await tellOfChat(context, tx, actor, { organizationId, chatId, news }, afterCommit)
    const action = isOpen ? 'chat.reopened' : 'chat.closed'
    await recordAudit(tx, actor, { organizationId, action, subjectKind: 'chat', subjectId: chatId })
  })
  return getChat(context, actor, chatId)
}
