import type { Chat } from '@kolosok/contract'
import { UnstyledButton } from '@mantine/core'
import { useCurrentOrganization } from '#lib/current-organization.ts'
import classes from './chat-list.module.css'
import { chatTitle } from './chat-words.ts'
import { t } from './texts.ts'

/** Everything, a kind, or the chats of one organization. */
export type ChatFilterValue = string

/** By the words of its title, whichever case and order; Ё counts as Е. */
export function isShown(chat: Chat, filter: ChatFilterValue, search: string): boolean {
  const plain = (text: string) => text.toLocaleLowerCase('ru').replaceAll('ё', 'е')
  const title = plain(`${chatTitle(chat)} ${chat.peer?.label ?? ''}`)
  const isOfKind = filter === 'all' || chat.kind === filter || chat.organizationId === filter
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
  const { all } = useCurrentOrganization()
  const choices = [
    { value: 'all', label: t('filter.all') },
    { value: 'group', label: t('filter.groups') },
    { value: 'direct', label: t('filter.direct') },
    ...(all.length > 1 ? all.map(({ id, shortName }) => ({ value: id, label: shortName })) : []),
  ]
  return (
    <div className={classes.filter} role="group" aria-label={t('filter.label')}>
      {choices.map((choice) => (
        <UnstyledButton
          key={choice.value}
          className={classes.chip}
          aria-pressed={choice.value === value}
          onClick={() => onChange(choice.value)}
        >
          {choice.label}
        </UnstyledButton>
      ))}
    </div>
  )
}
