import { type Meeting, type OrganizationId, wallClockAt } from '@kolosok/contract'
import { Button } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconCalendarPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import { useBroadcastsOf } from '#features/broadcasts/index.ts'
import { useOwnWebinars } from '#features/webinars/index.ts'
import { useCurrentOrganization } from '#lib/current-organization.ts'
import { useFilter } from '#lib/use-filter.ts'
import { useNow } from '#lib/use-now.ts'
import { PageFrame } from '#ui/page-frame.tsx'
import { EmptyState } from '#ui/states.tsx'
import { NotYet } from '#ui/not-yet.tsx'
import { CalendarBar } from './calendar-bar.tsx'
import { type CalendarLine, linesOf } from './calendar-lines.tsx'
import { rangeOf, type View, views } from './days.ts'
import { FeedButton } from './feed-dialog.tsx'
import { MeetingEditor } from './meeting-editor.tsx'
import classes from './meetings.module.css'
import { MeetingList } from './meeting-list.tsx'
import { OpenTasksPanel } from './open-tasks.tsx'
import { MonthGrid, WeekGrid } from './month-grid.tsx'
import { meetingsQuery, rightsQuery, type Shown } from './queries.ts'
import { t } from './texts.ts'

export function CalendarPage() {
  const { organization } = useCurrentOrganization()
  if (!organization) {
    return (
      <PageFrame title={t('title')} backTo="/chats">
        <EmptyState title={t('empty.title')} text={t('empty.text')} />
      </PageFrame>
    )
  }
  return <Calendar key={organization.id} organizationId={organization.id} />
}

const filter = z.object({
  view: z.enum(views).optional(),
  day: z.iso.date().optional(),
  of: z.enum(['own', 'all']).optional(),
  /** A chat from which somebody came to plan a meeting. */
  chat: z.string().optional(),
})

function Calendar({ organizationId }: { organizationId: OrganizationId }) {
  const [{ of = 'own', ...asked }, change] = useFilter(filter)
  const rights = useQuery(rightsQuery(organizationId)).data
  const [isNew, setNew] = useState(asked.chat !== undefined)
  const mayPlan = rights?.mayPlan === true
  const today = useToday(rights?.timeZone)
  const view = useView(asked.view)
  const day = asked.day ?? today
  const close = () => {
    setNew(false)
    if (asked.chat !== undefined) change({ ...asked, of, chat: undefined })
  }
  const shown: Shown = { ...rangeOf(view, day), of }
  const query = useQuery({ ...meetingsQuery(organizationId, shown), enabled: rights !== undefined })
  const webinars = useOwnWebinars(rights?.timeZone, shown)
  const broadcasts = useBroadcastsOf(organizationId, shown)
  return (
    <PageFrame
      title={t('title')}
      backTo="/chats"
      isWide
      action={<Actions mayPlan={mayPlan} onNew={() => setNew(true)} />}
    >
      <CalendarBar
        view={view}
        day={day}
        today={today}
        all={rights?.maySeeAll === true ? of === 'all' : null}
        onChange={(next) => change({ ...asked, of, ...next })}
      />
      <OpenTasksPanel organizationId={organizationId} />
      {mayPlan && (
        <Link to="/lessons" className={classes.toLessons}>
          {t('lessons')}
        </Link>
      )}
      <NotYet query={query} hidden={t('error.hidden')} />
      {query.data && (
        <Days
          view={view}
          day={day}
          today={today}
          meetings={query.data.meetings}
          lines={linesOf(webinars, broadcasts, query.data.timeZone, shown)}
          onDay={(chosen) => change({ ...asked, of, view: 'list', day: chosen })}
        />
      )}
      {isNew && mayPlan && (
        <MeetingEditor organizationId={organizationId} rights={rights} chatId={asked.chat} day={day} onClose={close} />
      )}
    </PageFrame>
  )
}

/** Where the organization is, also past midnight. */
function useToday(timeZone = 'UTC'): string {
  const now = useNow()
  return wallClockAt(new Date(now), timeZone).day
}

/** On a phone a list, unless another view was chosen. */
function useView(asked: View | undefined): View {
  const isPhone = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false })
  return asked ?? (isPhone ? 'list' : 'month')
}

function Actions({ mayPlan, onNew }: { mayPlan: boolean; onNew: () => void }) {
  return (
    <>
      <FeedButton />
      {mayPlan && (
        <Button px={{ base: 'sm', xs: 'lg' }} leftSection={<IconCalendarPlus size={20} />} onClick={onNew}>
          {t('new.short')}
        </Button>
      )}
    </>
  )
}

type DaysProps = {
  readonly view: View
  readonly day: string
  readonly today: string
  readonly meetings: readonly Meeting[]
  readonly lines: readonly CalendarLine[]
  readonly onDay: (day: string) => void
}

function Days({ view, ...shown }: DaysProps) {
  switch (view) {
    case 'month':
      return <MonthGrid {...shown} />
    case 'week':
      return <WeekGrid {...shown} />
    case 'list':
      return <MeetingList {...shown} />
  }
}
