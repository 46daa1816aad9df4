import type { Waiting as Waits } from '@kolosok/contract'
import { UnstyledButton } from '@mantine/core'
import {
  IconBuildingCommunity,
  IconCalendar,
  IconClipboardList,
  IconDots,
  IconMessageCircle,
  IconSpeakerphone,
} from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useCurrentOrganization } from '#lib/current-organization.ts'
import { useMe, useMemberships } from '#lib/me.ts'
import { Face } from '#ui/face.tsx'
import { Badge } from './badge.tsx'
import { SearchItem } from './search-item.tsx'
import classes from './shell.module.css'
import { t } from './texts.ts'
import { useUnreadHereAndElsewhere } from './unread.ts'
import { countInChannels, countMeetings, countNotices, countWaiting, waitingQuery } from './waiting.ts'

const MoreMenu = lazy(async () => ({ default: (await import('./more-menu.tsx')).MoreMenu }))

export function Navigation() {
  const me = useMe()
  const hasChats = useMemberships().length > 0
  const { organization, abilities, ownName } = useCurrentOrganization()
  const { here: unread } = useUnreadHereAndElsewhere()

  return (
    <nav className={classes.nav} aria-label={t('nav.label')}>
      {hasChats && (
        <Link to="/chats" className={classes.item} activeOptions={{ includeSearch: false }}>
          <IconMessageCircle size={24} stroke={1.7} />
          {t('nav.chats')}
          {unread > 0 ? (
            <Badge count={unread} label={t('nav.unread', { count: unread })} />
          ) : (
            organization && <Waiting countIn={(all) => countNotices(all)[organization.id]} what="notices" />
          )}
        </Link>
      )}
      {organization && (
        <Link to="/channels" className={classes.item}>
          <IconSpeakerphone size={24} stroke={1.7} />
          {t('nav.channels')}
          <Waiting countIn={(all) => countInChannels(all)[organization.id]} what="news" />
        </Link>
      )}
      {organization && (
        <Link to="/calendar" className={classes.item} activeOptions={{ includeSearch: false }}>
          <IconCalendar size={24} stroke={1.7} />
          {t('nav.calendar')}
          <Waiting countIn={(all) => countMeetings(all)[organization.id]} what="meetings" />
        </Link>
      )}
      {organization && abilities?.seeOrganizationPages && (
        <Link to="/o/$code" params={{ code: organization.code }} className={classes.item}>
          <IconBuildingCommunity size={24} stroke={1.7} />
          {t('nav.organization')}
          <Waiting countIn={(all) => countWaiting(all)[organization.id]} />
        </Link>
      )}
      {me.isOperator && (
        <Link to="/operator" className={classes.item}>
          <IconClipboardList size={24} stroke={1.7} />
          {t('nav.applications')}
          <Waiting countIn={(all) => all.applications + all.operatorTickets + all.operatorReports + all.articles} />
        </Link>
      )}
      {hasChats && <SearchItem />}
      <span className={classes.bottom}>
        <More name={ownName ?? `${me.givenName} ${me.familyName}`.trim()} />
      </span>
    </nav>
  )
}

type WaitingProps = {
  readonly countIn: (all: Waits) => number | undefined
  readonly what?: 'decisions' | 'notices' | 'meetings' | 'news'
}

/** Wheat: for a decision or an answer, not for reading. */
function Waiting({ countIn, what = 'decisions' }: WaitingProps) {
  const count = useQuery({ ...waitingQuery(), select: countIn }).data ?? 0
  return count > 0 && <Badge count={count} label={labelOf(what, count)} isWaiting={what !== 'news'} />
}

function labelOf(what: 'decisions' | 'notices' | 'meetings' | 'news', count: number): string {
  if (what === 'news') return t('nav.new')
  return t(what === 'decisions' ? 'nav.waiting' : `nav.${what}`, { count })
}

/** The menu itself is loaded when it is first opened. */
function More({ name }: { name: string }) {
  const [isOpen, setOpen] = useState(false)
  const button = (
    <UnstyledButton className={classes.item} aria-haspopup="menu" aria-expanded={isOpen} onClick={() => setOpen(true)}>
      {name === '' ? <IconDots size={24} stroke={1.7} /> : <Face name={name} size={32} />}
      {t('nav.more')}
      <Waiting countIn={({ answers, decidedReports }) => answers + decidedReports} what="news" />
    </UnstyledButton>
  )
  if (!isOpen) return button
  return (
    <Suspense fallback={button}>
      <MoreMenu onClose={() => setOpen(false)}>{button}</MoreMenu>
    </Suspense>
  )
}
