import type { AccountId, ChatId, FileId, Message, MessageId, NewPoll } from '@kolosok/contract'
import { type ChatContext, chatPolicy, factsFor } from '#chats/index.ts'
import { attachFiles } from '#files/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import type { StoredPoll } from '#platform/schema/chats.ts'
import type { createPoster } from './post-together.ts'
import { presentMessage } from './present.ts'
import { checkQuoted, say } from './say.ts'
import { findMessage } from './store.ts'
import { publish, writeInChat } from './write.ts'

export type PostInput = {
  readonly id: MessageId
  readonly chatId: ChatId
  readonly text: string
  readonly replyToId: MessageId | null
  readonly fileIds: readonly FileId[]
  readonly poll: NewPoll | null
  readonly isSilent: boolean
}
type PostContext = ChatContext & { readonly post: ReturnType<typeof createPoster> }

export async function postMessage(context: PostContext, actor: Actor, input: PostInput): Promise<Message> {
  const isPlain = input.replyToId === null && input.fileIds.length === 0 && input.poll === null && !input.isSilent
  const posted = isPlain ? await postByRoster(context, actor, input) : undefined
  return posted ?? postUnderLock(context, actor, input)
}

/** The rule itself: what `postByRoster` cannot settle in one statement is settled here. */
async function postUnderLock(context: ChatContext, actor: Actor, input: PostInput): Promise<Message> {
  const written = await writeInChat(context, actor, { chatId: input.chatId, action: 'post' }, async (tx, chat) => {
    const first = await findMessage(tx, input.id)
    if (first?.chatId === chat.id && first.authorId === actor.accountId) return { message: first }
    if (first) throw new AppError('message-id-taken')
    await checkQuoted(tx, chat, input.replyToId)
    const attachments = await attachFiles(tx, actor, [...new Set(input.fileIds)])
    return say(tx, chat, {
      ...input,
      authorId: actor.accountId,
      attachments,
      poll: input.poll && startPoll(input.poll),
    })
  })
  return presentMessage(written.message)
}

function startPoll(poll: NewPoll): StoredPoll {
  return { ...poll, chosenBy: poll.options.map((): AccountId[] => []), voters: 0, closedAt: null }
}

/** Says yes by the roster in memory and has it confirmed under the lock; never says no. */
async function postByRoster(context: PostContext, actor: Actor, input: PostInput): Promise<Message | undefined> {
  const { id, chatId, text } = input
  const roster = await context.rosters.atLeast(chatId, 0)
  const member = roster?.members.get(actor.accountId)
  if (!roster || !member || chatPolicy.post(factsFor(roster, actor.accountId)) !== 'allow') return undefined
  const { membershipId } = member
  const { accountId: authorId } = actor
  const posted = await context.post({ id, chatId, text, authorId, membershipId, audienceVersion: roster.version })
  if (!posted) return undefined
  const message: Message = {
    id,
    chatId,
    seq: posted.seq,
    rev: posted.rev,
    kind: 'text',
    authorId,
    membershipId,
    subjectIds: [],
    text,
    replyToId: null,
    attachments: [],
    poll: null,
    call: null,
    original: null,
    isSilent: false,
    sentAt: posted.sentAt.toISOString(),
    editedAt: null,
    deletedAt: null,
    reactions: {},
  }
  publish(context.bus, message, roster.version)
  return message
}
