import { type Meeting, meetingAttendanceEndpoints, pathOf } from '@kolosok/contract'
import { Button, SegmentedControl } from '@mantine/core'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { NotYet } from '#ui/not-yet.tsx'
import { PaperMenu } from '#ui/paper-menu.tsx'
import { SearchField } from '#ui/search-field.tsx'
import { EmptyState } from '#ui/states.tsx'
import { AttendantRow } from './attendant-row.tsx'
import { attendanceQuery, type Who } from './attendance-queries.ts'
import { Guests } from './guests.tsx'
import classes from './meetings.module.css'
import { t } from './texts.ts'

const whos = ['all', 'here', 'away'] as const

/** Who is there: by the call, and ticked by hand; for those who look after the meeting. */
export function Attendance({ meeting }: { meeting: Meeting }) {
  const [who, setWho] = useState<Who>('all')
  const [words, setWords] = useState('')
  const query = useInfiniteQuery({ ...attendanceQuery(meeting.id, who, words), placeholderData: keepPreviousData })
  const [first] = query.data?.pages ?? []
  const people = query.data?.pages.flatMap((page) => page.people) ?? []
  return (
    <section className={classes.panel} aria-label={t('attendance')}>
      <h2 className={classes.panelTitle}>{t('attendance')}</h2>
      {first && (
        <div className={classes.meta} role="status">
          {t('attendance.count', {
            ...first.counts,
            guests: first.guests.length + first.linkGuests.length,
            kind: meeting.kind,
          })}
        </div>
      )}
      <SearchField label={t('attendance.search')} value={words} onChange={setWords} />
      <SegmentedControl
        aria-label={t('attendance.who')}
        data={whos.map((value) => ({ value, label: t(`attendance.${value}`) }))}
        value={who}
        onChange={setWho}
      />
      <NotYet query={query} hidden={t('error.hidden')} />
      {query.data && people.length === 0 && <EmptyState title={t('attendance.nobody')} />}
      <ul className={classes.people}>
        {people.map((person) => (
          <AttendantRow key={person.unitId} meeting={meeting} person={person} mayMark={first?.mayMark === true} />
        ))}
      </ul>
      {query.hasNextPage && (
        <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
      {first && (
        <Guests meetingId={meeting.id} guests={first.guests} linkGuests={first.linkGuests} mayMark={first.mayMark} />
      )}
      <div className={classes.tools}>
        <Register meeting={meeting} />
      </div>
    </section>
  )
}

function Register({ meeting: { id: meetingId } }: { meeting: Meeting }) {
  const papers = (['pdf', 'xlsx'] as const).map((format) => ({
    label: t(`attendance.${format}`),
    href: pathOf(meetingAttendanceEndpoints.register, { meetingId, format }),
  }))
  return <PaperMenu label={t('attendance.register')} papers={papers} />
}
