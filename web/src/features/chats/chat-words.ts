import type { AccountId, Chat, Message, Person } from '@kolosok/contract'
import { listNames } from '#lib/list-names.ts'
import type { OutboxEntry } from '#lib/local-data.ts'
import type { People } from './people.ts'
import { t } from './texts.ts'

export function chatTitle(chat: Chat): string {
  return chat.kind === 'saved' ? t('saved') : chat.title
}

/** «Мария» of «Мария Сергеевна»: staff keep the patronymic, it is how they are called. */
function shortName(person: Person): string {
  return person.role === 'management' || person.role === 'teacher' ? person.name : (person.name.split(' ')[0] ?? '')
}

/** The last message in one line, with who wrote it where that is not clear. */
export function preview(chat: Chat, me: AccountId, people: People): { readonly author: string; readonly text: string } {
  const message = chat.lastMessage
  if (!message) return { author: '', text: t('preview.none') }
  const name = chat.lastAuthor ? shortName(chat.lastAuthor) : t('someone')
  return {
    author: authorPrefix(chat, message, me, name),
    text: whoCameOrWent(message, me, people) ?? messageInOneLine(message, me, name),
  }
}

function authorPrefix(chat: Chat, message: Message, me: AccountId, name: string): string {
  if (chat.kind === 'saved' || isSystemLine(message)) return ''
  if (message.authorId === me) return t('you')
  return chat.kind === 'direct' ? '' : `${name}:`
}

const isSystemLine = ({ kind }: Message) => kind !== 'text' && kind !== 'poll'

const NAMED = 2

/** By name as long as the line has room for them and all are known here. */
function whoCameOrWent({ kind, subjectIds }: Message, me: AccountId, people: People): string | null {
  if ((kind !== 'members-joined' && kind !== 'members-left') || subjectIds.length > NAMED) return null
  const names = subjectIds.flatMap((id) => (id === me ? t('you.here') : (people[id]?.name ?? [])))
  if (names.length < subjectIds.length) return null
  return t(kind === 'members-joined' ? 'preview.joined.named' : 'preview.left.named', {
    names: listNames(names, t('you.here')),
  })
}

/** What was changed, as the texts can choose by it; otherwise the text itself. */
const saidBy = ({ kind, text }: Message): string => (kind === 'chat-changed' ? text.replaceAll('-', '_') : text)

function messageInOneLine(message: Message, me: AccountId, authorName: string): string {
  if (message.deletedAt !== null) return t('preview.deleted')
  const line = lines[message.kind]
  if (line) return t(line, { name: authorName, count: message.subjectIds.length, text: saidBy(message) })
  if (message.kind === 'call') return callInOneLine(message, me)
  if (message.kind === 'poll') return t('preview.poll', { question: message.poll?.question ?? '' })
  return message.text === '' ? attachmentsInOneLine(message) : message.text
}

/** What the chat says by itself. */
const lines = {
  'text': null,
  'poll': null,
  'call': null,
  'member-entered': 'preview.entered',
  'members-joined': 'preview.joined',
  'members-left': 'preview.left',
  'chat-renamed': 'preview.renamed',
  'chat-changed': 'preview.changed',
  'saved': 'preview.saved',
} as const satisfies Record<Message['kind'], string | null>

function callInOneLine({ call, authorId }: Message, me: AccountId): string {
  if (call?.endedAt === null) return t('preview.call.going')
  if (call?.outcome === 'declined') return t('preview.call.declined')
  if (call?.outcome !== 'missed') return t('preview.call')
  return t(authorId === me ? 'preview.call.unanswered' : 'preview.call.missed')
}

/** One's own that waits to go out, as it will stand here once it has. */
export function ofUnsent({ kind }: Pick<Chat, 'kind'>, { text, poll, attachments }: OutboxEntry) {
  const author = kind === 'saved' ? '' : t('you')
  if (poll) return { author, text: t('preview.poll', { question: poll.question }) }
  return { author, text: text === '' ? attachmentsInOneLine({ attachments }) : text }
}

function attachmentsInOneLine({ attachments }: Pick<OutboxEntry, 'attachments'>): string {
  const count = attachments.length
  return t(attachments.every(({ kind }) => kind === 'photo') ? 'preview.photos' : 'preview.files', { count })
}
