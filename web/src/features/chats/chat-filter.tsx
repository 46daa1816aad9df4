import type { Chat } from '@kolosok/contract'
import { UnstyledButton } from '@mantine/core'
import classes from './chat-list.module.css'
import { chatTitle } from './chat-words.ts'
import { t } from './texts.ts'

export type ChatFilterValue = 'all' | 'group' | 'direct'

const choices: readonly ChatFilterValue[] = ['all', 'group', 'direct']

/** By the words of its title, whichever case and order; Ё counts as Е. */
export function isShown(chat: Chat, filter: ChatFilterValue, search: string): boolean {
  const plain = (text: string) => text.toLocaleLowerCase('ru').replaceAll('ё', 'е')
  const title = plain(`${chatTitle(chat)} ${chat.peer?.label ?? ''}`)
  const isOfKind = filter === 'all' || chat.kind === filter
  return (
    isOfKind &&
    plain(search)
      .split(/\s+/)
      .every((word) => title.includes(word))
  )
}

export function ChatFilter({
  value,
  onChange,
}: {
  value: ChatFilterValue
  onChange: (value: ChatFilterValue) => void
}) {
  return (
    <div className={classes.filter} role="group" aria-label={t('filter.label')}>
      {choices.map((choice) => (
        <UnstyledButton
          key={choice}
          className={classes.chip}
          aria-pressed={choice === value}
          onClick={() => onChange(choice)}
        >
          {t(`filter.${choice}`)}
        </UnstyledButton>
      ))}
    </div>
  )
}
