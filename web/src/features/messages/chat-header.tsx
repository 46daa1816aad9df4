import type { Chat } from '@kolosok/contract'
import { ActionIcon, UnstyledButton } from '@mantine/core'
import { IconArrowLeft, IconLayoutSidebarRight } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { CallButton } from '#features/calls/index.ts'
import { ChatFace, chatTitle, peopleQuery, useTyping } from '#features/chats/index.ts'
import { useMe } from '#lib/me.ts'
import { ConfirmedBadge } from '#ui/confirmed-badge.tsx'
import { t } from './texts.ts'
import classes from './thread.module.css'

type Props = { readonly chat: Chat; readonly isDetailed: boolean; readonly onDetails: () => void }

export function ChatHeader({ chat, isDetailed, onDetails }: Props) {
  return (
    <header className={classes.header}>
      <h1 className="visually-hidden">{chatTitle(chat)}</h1>
      <ActionIcon
        component={Link}
        to="/chats"
        className={classes.back ?? ''}
        variant="subtle"
        color="gray"
        size={44}
        aria-label={t('header.back')}
      >
        <IconArrowLeft size={24} />
      </ActionIcon>
      {chat.kind === 'saved' ? (
        <div className={classes.about}>
          <About chat={chat} />
        </div>
      ) : (
        <>
          <UnstyledButton className={classes.about} title={t('header.details')} onClick={onDetails}>
            <About chat={chat} />
          </UnstyledButton>
          <CallButton chat={chat} title={chatTitle(chat)} />
          <ActionIcon
            variant={isDetailed ? 'light' : 'subtle'}
            color={isDetailed ? 'cornflower' : 'gray'}
            size={44}
            aria-label={t('header.details')}
            aria-pressed={isDetailed}
            visibleFrom="sm"
            onClick={onDetails}
          >
            <IconLayoutSidebarRight size={22} />
          </ActionIcon>
        </>
      )}
    </header>
  )
}

function About({ chat }: { chat: Chat }) {
  return (
    <>
      <ChatFace chat={chat} size={42} />
      <span className={classes.aboutText}>
        <span className={classes.title}>
          {chatTitle(chat)}
          {chat.peer?.isConfirmed && <ConfirmedBadge label={t('confirmed')} />}
        </span>
        <Subtitle chat={chat} />
      </span>
    </>
  )
}

/** Who is writing right now, else who is here. */
function Subtitle({ chat }: { chat: Chat }) {
  const { accountId } = useMe()
  const people = useQuery(peopleQuery(chat.id)).data
  const writers = useTyping(chat.id).filter((id) => id !== accountId)
  if (writers.length > 0) {
    const name = people[writers[0] ?? '']?.name ?? t('someone')
    const text =
      chat.kind === 'direct'
        ? t('typing.direct')
        : writers.length === 1
          ? t('typing.one', { name })
          : t('typing.some', { count: writers.length })
    return (
      <span className={classes.subtitle} data-typing>
        {text}
      </span>
    )
  }
  const still = {
    saved: t('header.saved'),
    direct: chat.peer?.label ?? '',
    group: t('header.members', { count: chat.memberCount }),
  }
  return <span className={classes.subtitle}>{still[chat.kind]}</span>
}
