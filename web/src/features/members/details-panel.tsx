import type { Chat } from '@kolosok/contract'
import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconBell, IconBellOff, IconSearch, IconX } from '@tabler/icons-react'
import { Suspense, useState } from 'react'
import { InviteByLink } from '#features/chat-links/index.ts'
import { ChatActions, chatTitle, useMuteChat } from '#features/chats/index.ts'
import { ConfirmedBadge } from '#ui/confirmed-badge.tsx'
import { Face } from '#ui/face.tsx'
import { LeaveChat } from './leave-chat.tsx'
import { MemberList } from './member-list.tsx'
import classes from './members.module.css'
import { t } from './texts.ts'

/** A search helps once the list does not fit on a screen. */
const SEARCH_FROM = 12

/** What a chat is about and who is in it. */
export function DetailsPanel({ chat, onClose }: { chat: Chat; onClose: () => void }) {
  const mute = useMuteChat(chat.id)
  return (
    <aside className={classes.panel} aria-label={t('title')}>
      <ActionIcon
        className={classes.close ?? ''}
        variant="subtle"
        color="gray"
        size={44}
        aria-label={t('close')}
        onClick={onClose}
      >
        <IconX size={22} />
      </ActionIcon>
      <div className={classes.head}>
        <Face name={chat.title} isGroup={chat.kind === 'group'} size={84} />
        <h1>
          {chatTitle(chat)} {chat.peer?.isConfirmed && <ConfirmedBadge label={t('confirmed')} />}
        </h1>
        {chat.peer && <p>{chat.peer.label}</p>}
        {chat.binding && <p>{t(chat.binding.kind === 'rule' ? 'bound.rule' : 'bound')}</p>}
        {chat.kind !== 'saved' && (
          <Button
            variant="light"
            leftSection={chat.isMuted ? <IconBell size={20} /> : <IconBellOff size={20} />}
            onClick={() => mute.mutate(!chat.isMuted)}
          >
            {t(chat.isMuted ? 'unmute' : 'mute')}
          </Button>
        )}
      </div>
      {chat.kind === 'group' && <GroupPart chat={chat} />}
    </aside>
  )
}

/** Who is in a group chat, and what one may do with it. */
function GroupPart({ chat }: { chat: Chat }) {
  const [search, setSearch] = useState('')
  return (
    <>
      <Suspense>
        <ChatActions chat={chat} />
        {chat.abilities.invite && <InviteByLink chat={chat} />}
      </Suspense>
      <h2 className={classes.heading}>
        {t('heading')} <span>{chat.memberCount}</span>
      </h2>
      {chat.memberCount >= SEARCH_FROM && (
        <TextInput
          className={classes.search ?? ''}
          variant="filled"
          aria-label={t('search')}
          placeholder={t('search')}
          leftSection={<IconSearch size={18} aria-hidden="true" />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      )}
      <MemberList chat={chat} search={search} />
      <div className={classes.leave}>
        <LeaveChat chat={chat} />
      </div>
    </>
  )
}
