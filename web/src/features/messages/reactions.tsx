import { emoji as emojiSchema, type Message } from '@kolosok/contract'
import { Tooltip, UnstyledButton } from '@mantine/core'
import classes from './bubble.module.css'
import { t } from './texts.ts'
import { useThread } from './thread-context.ts'

const NAMED = 8

export const hasReactions = ({ reactions }: Message): boolean => Object.values(reactions).some(({ count }) => count > 0)

export function Reactions({ message }: { message: Message }) {
  const { me, people, chat, react } = useThread()
  const given = emojiSchema.options.filter((emoji) => (message.reactions[emoji]?.count ?? 0) > 0)
  if (given.length === 0) return null
  return (
    <div className={classes.reactions}>
      {given.map((emoji) => {
        const { count, accountIds } = message.reactions[emoji] ?? { count: 0, accountIds: [] }
        const isMine = accountIds.includes(me)
        const names = accountIds
          .slice(0, NAMED)
          .map((id) => (id === me ? t('you') : (people[id]?.name ?? t('someone'))))
        return (
          <Tooltip key={emoji} label={names.join(', ')} openDelay={300} disabled={names.length === 0}>
            <UnstyledButton
              className={classes.reaction}
              aria-pressed={isMine}
              disabled={!chat.abilities.react}
              aria-label={t('reaction.count', { emoji, count })}
              onClick={() => react(message, emoji, !isMine)}
            >
              {emoji} <span>{count}</span>
            </UnstyledButton>
          </Tooltip>
        )
      })}
    </div>
  )
}
