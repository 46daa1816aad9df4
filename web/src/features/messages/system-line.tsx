import type { Message } from '@kolosok/contract'
import { findPerson } from '#features/chats/index.ts'
import { listNames } from '#lib/list-names.ts'
import classes from './thread.module.css'
import { t } from './texts.ts'
import { type ThreadContext, useThread } from './thread-context.ts'

const NAMED = 3

export function SystemLine({ message }: { message: Message }) {
  return <div className={classes.system}>{systemText(message, useThread())}</div>
}

function systemText(message: Message, { chat, people, me }: ThreadContext): string {
  const nameOf = (authorId: Message['authorId'], membershipId: Message['membershipId'] = null) =>
    authorId === me ? t('you') : findPerson(people, { authorId, membershipId })?.name
  const names = (you: string) =>
    namesOf(
      message.subjectIds.map((id) => (id === me ? you : nameOf(id))),
      you,
    )
  const author = nameOf(message.authorId, message.membershipId)
  const by = author ?? t('someone')
  switch (message.kind) {
    case 'member-entered':
      return t('system.entered', { name: by })
    case 'members-joined':
      return t('system.joined', { names: names(t('you')) })
    case 'members-left':
      return leftByThemselves(chat, message)
        ? t('system.left', { names: names(t('you')) })
        : removed(message.authorId === me, by, names(t('you.whom')))
    case 'chat-renamed':
      return t('system.renamed', { title: message.text })
    case 'chat-changed':
      return changed(message.text, author)
    case 'text':
    case 'poll':
    case 'call':
    case 'saved':
      return ''
  }
}

/** A hyphen ends the name of a choice in ICU. */
const changed = (what: string, name = 'none') => t('system.changed', { change: what.replaceAll('-', '_'), name })

/** Where the structure decides who belongs, or did while the chat went on, nobody is taken out by a person. */
const leftByThemselves = ({ binding, isArchived }: ThreadContext['chat'], { subjectIds, authorId }: Message) =>
  binding !== null || isArchived || subjectIds.includes(authorId)

const removed = (isOwn: boolean, by: string, names: string) =>
  isOwn ? t('system.removed.own', { names }) : t('system.removed', { by, names })

/** The first few by name, the rest as a number. */
function namesOf(known: readonly (string | undefined)[], you: string): string {
  const named = known.filter((name) => name !== undefined).slice(0, NAMED)
  const rest = known.length - named.length
  if (named.length === 0) return t('system.unknown', { count: rest })
  return rest === 0 ? listNames(named, you) : t('system.names.more', { names: named.join(', '), count: rest })
}
