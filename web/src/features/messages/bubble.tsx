import type { Message, Person } from '@kolosok/contract'
import { UnstyledButton } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { type RefObject, useRef } from 'react'
import { findPerson } from '#features/chats/index.ts'
import { Attachments } from '#features/files/index.ts'
import { ChatPoll } from '#features/polls/index.ts'
import { ConfirmedBadge } from '#ui/confirmed-badge.tsx'
import { Face, hueOf } from '#ui/face.tsx'
import { LinkedText } from '#ui/linked-text.tsx'
import classes from './bubble.module.css'
import { FailedActions } from './failed-actions.tsx'
import { MessageMeta } from './message-meta.tsx'
import { Quote } from './quote.tsx'
import { hasReactions, Reactions } from './reactions.tsx'
import type { Row } from './rows.ts'
import { SavedMessage } from './saved-message.tsx'
import { t } from './texts.ts'
import { useThread } from './thread-context.ts'
import { useLongPress } from './use-long-press.ts'

const ONLY_EMOJI = /^(?:\p{Extended_Pictographic}[\u{FE0F}\u{200D}\p{Emoji_Modifier}]*){1,3}$/u

/** One message of a person: one's own on the right, those of others on the left with who they are. */
export function Bubble({ row }: { row: Row }) {
  const { message, startsGroup, endsGroup, waiting } = row
  const { chat, me, people } = useThread()
  const isMine = message.authorId === me
  const author = findPerson(people, message)
  const isNamed = chat.kind === 'group' && !isMine
  const bubble = useRef<HTMLDivElement>(null)
  const menu = useMenu(message, waiting !== null, bubble)
  const isOnItsWay = waiting !== null && waiting.refusedWith === null

  return (
    <div className={classes.line} data-mine={isMine || undefined}>
      {isNamed && <AuthorFace author={endsGroup ? author : undefined} />}
      <div
        ref={bubble}
        className={classes.bubble}
        data-tail={endsGroup || undefined}
        aria-busy={isOnItsWay}
        {...menu.press}
      >
        {isNamed && startsGroup && <Author author={author} />}
        <Content message={message} />
        <Foot message={message} waiting={waiting} />
      </div>
      {menu.isThere && (
        <UnstyledButton className={classes.actions} aria-label={t('message.actions')} onClick={menu.openBeside}>
          <IconDots size={18} />
        </UnstyledButton>
      )}
    </div>
  )
}

function Foot({ message, waiting }: Pick<Row, 'message' | 'waiting'>) {
  if (waiting && waiting.refusedWith !== null) return <FailedActions entry={waiting} />
  return <MessageMeta message={message} isWaiting={waiting !== null} />
}

function AuthorFace({ author }: { author: Person | undefined }) {
  return <span className={classes.face}>{author && <Face name={author.name} size={34} />}</span>
}

function useMenu(message: Message, isWaiting: boolean, bubble: RefObject<HTMLDivElement | null>) {
  const { me, openMenu } = useThread()
  const isThere = message.deletedAt === null && !isWaiting
  const press = useLongPress(isThere ? (at) => openMenu(message, at) : undefined)
  const openBeside = () => {
    const box = bubble.current?.getBoundingClientRect()
    if (box) openMenu(message, { x: message.authorId === me ? box.left : box.right, y: box.top + 24 })
  }
  return { isThere, press, openBeside }
}

function Author({ author }: { author: Person | undefined }) {
  return (
    <div className={classes.author}>
      <span className={classes.name} style={{ color: hueOf(author?.name ?? '') }}>
        {author?.name ?? t('someone')}
      </span>
      {author?.isConfirmed && <ConfirmedBadge label={t('confirmed')} size={15} />}
      {author && author.label !== '' && <span className={classes.label}>{author.label}</span>}
    </div>
  )
}

/** Keeps the last line clear of the time, which stands in the corner. */
function MetaSpace({ message, isMine }: { message: Message; isMine: boolean }) {
  return (
    <span
      className={classes.metaSpace}
      data-mine={isMine || undefined}
      data-edited={message.editedAt !== null || undefined}
      data-silent={message.isSilent || undefined}
      aria-hidden="true"
    />
  )
}

function Content({ message }: { message: Message }) {
  const { me, people, chat, vote } = useThread()
  if (message.deletedAt !== null) return <div className={classes.deleted}>{t('message.deleted')}</div>
  const isLarge = message.attachments.length === 0 && message.replyToId === null && ONLY_EMOJI.test(message.text)
  return (
    <>
      {message.replyToId !== null && <Quote chatId={message.chatId} messageId={message.replyToId} />}
      <Attachments attachments={message.attachments} />
      {message.poll && (
        <ChatPoll
          poll={message.poll}
          me={me}
          people={people}
          canVote={chat.abilities.react && message.rev > 0}
          onVote={(options) => vote(message, options)}
        />
      )}
      {message.original && <SavedMessage original={message.original} />}
      {message.text !== '' && (
        <div className={classes.text} data-large={isLarge || undefined} dir="auto">
          <LinkedText text={message.text} />
          {!hasReactions(message) && <MetaSpace message={message} isMine={message.authorId === me} />}
        </div>
      )}
      <Reactions message={message} />
    </>
  )
}
