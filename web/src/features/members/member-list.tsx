import type { Chat, ChatMember } from '@kolosok/contract'
import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMe } from '#lib/me.ts'
import { ConfirmedBadge } from '#ui/confirmed-badge.tsx'
import { Face } from '#ui/face.tsx'
import { ErrorState } from '#ui/states.tsx'
import { MemberMenu } from './member-menu.tsx'
import classes from './members.module.css'
import { membersQuery } from './queries.ts'
import { t as tGroup } from './group-texts.ts'
import { t } from './texts.ts'

export function MemberList({ chat, search }: { chat: Chat; search: string }) {
  const query = useQuery(membersQuery(chat.id))
  if (query.isPending) {
    return (
      <div role="status" aria-label={t('loading')}>
        {[1, 2, 3, 4, 5].map((n) => (
          <Skeleton key={n} height={40} mx="md" my={10} radius="md" />
        ))}
      </div>
    )
  }
  if (query.isError && !query.data) {
    return (
      <ErrorState
        title={t('error.title')}
        text={t('error.text')}
        retry={t('error.retry')}
        onRetry={() => void query.refetch()}
      />
    )
  }
  const found = query.data.filter((member) => isNamed(member, search))
  if (found.length === 0) return <p className={classes.nobody}>{t('nobody')}</p>
  return (
    <ul className={classes.list}>
      {found.map((member) => (
        <Member key={member.accountId} member={member} chat={chat} />
      ))}
    </ul>
  )
}

function isNamed({ people }: ChatMember, search: string): boolean {
  const words = search.toLocaleLowerCase('ru').split(/\s+/)
  const text = people.map(({ name, label }) => `${name} ${label}`.toLocaleLowerCase('ru')).join(' ')
  return words.every((word) => text.includes(word))
}

function Member({ member, chat }: { member: ChatMember; chat: Chat }) {
  const { accountId } = useMe()
  const isMe = member.accountId === accountId
  const [first] = member.people
  const notes = [
    ...member.people.map(({ label }) => label),
    ...(member.isInCommittee ? [tGroup('committee')] : []),
    ...(chat.ownerId === member.accountId ? [tGroup('owner')] : member.role === 'moderator' ? [t('moderator')] : []),
    ...(isMe ? [t('you')] : []),
  ].filter((note) => note !== '')
  if (!first) return null
  return (
    <li className={classes.member}>
      <span className={classes.face} data-online={member.isOnline || undefined}>
        <Face name={first.name} size={42} />
        {member.isOnline && <span className="visually-hidden">{t('online')}</span>}
      </span>
      <span className={classes.about}>
        <span className={classes.name}>
          <span>{first.name}</span>
          {member.people.some(({ isConfirmed }) => isConfirmed) && <ConfirmedBadge label={t('confirmed')} />}
        </span>
        <span className={classes.notes}>{notes.join(' · ')}</span>
      </span>
      {!isMe && <MemberMenu member={member} chat={chat} />}
    </li>
  )
}
