import type { Chat } from '@kolosok/contract'
import { ActionIcon } from '@mantine/core'
import { IconArrowBackUp, IconPencil, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { findPerson, peopleQuery } from '#features/chats/index.ts'
import { useMe } from '#lib/me.ts'
import classes from './composer.module.css'
import { quotedText } from './quote.tsx'
import { t } from './texts.ts'
import type { Composing } from './use-composing.ts'

/** Above the field: what is being changed, or what the answer is to. */
export function ComposerContext({ chat, composing }: { chat: Chat; composing: Composing }) {
  const { accountId } = useMe()
  const people = useQuery(peopleQuery(chat.id)).data
  const { editing, replied, replyingTo } = composing
  if (!editing && replyingTo === null) return null

  const author = replied?.authorId === accountId ? t('you') : replied && findPerson(people, replied)?.name
  const title = editing ? t('composer.editing') : t('composer.replying', { name: author ?? t('someone') })
  const subject = editing ?? replied
  const Icon = editing ? IconPencil : IconArrowBackUp
  return (
    <div className={classes.context}>
      <Icon size={22} aria-hidden="true" />
      <span className={classes.contextText}>
        <span className={classes.contextTitle}>{title}</span>
        {subject && <span className={classes.contextQuote}>{quotedText(subject)}</span>}
      </span>
      <ActionIcon variant="subtle" color="gray" size={44} aria-label={t('composer.cancel')} onClick={composing.cancel}>
        <IconX size={20} />
      </ActionIcon>
    </div>
  )
}
