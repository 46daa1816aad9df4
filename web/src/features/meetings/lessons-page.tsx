import { type HeldLesson, lessonEndpoints, type LessonProgramme, type OrganizationId, pathOf } from '@kolosok/contract'
import { Button, Select } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useCurrentOrganization } from '#lib/current-organization.ts'
import { useNow } from '#lib/use-now.ts'
import { NotYet } from '#ui/not-yet.tsx'
import { PageFrame } from '#ui/page-frame.tsx'
import { PaperMenu } from '#ui/paper-menu.tsx'
import { EmptyState } from '#ui/states.tsx'
import { formatLongDay } from './days.ts'
import { lessonsQuery, programmesQuery } from './lesson-queries.ts'
import classes from './meetings.module.css'
import { t } from './texts.ts'

export function LessonsPage() {
  const { organization } = useCurrentOrganization()
  return (
    <PageFrame title={t('lessons')} backTo="/calendar">
      {organization && <Year key={organization.id} organizationId={organization.id} />}
    </PageFrame>
  )
}

const SEPTEMBER = 8
const YEARS_BACK = 5

/** What was held in a school year, by programme: at a distance and in person, how long, how many children came. */
function Year({ organizationId }: { organizationId: OrganizationId }) {
  const today = new Date(useNow())
  const current = today.getFullYear() - (today.getMonth() < SEPTEMBER ? 1 : 0)
  const [year, setYear] = useState(current)
  const [programme, setProgramme] = useState<string>()
  const query = useQuery(programmesQuery(organizationId, year))
  const programmes = query.data?.programmes ?? []
  return (
    <>
      <div className={classes.tools}>
        <Select
          label={t('lessons.year')}
          data={Array.from({ length: YEARS_BACK }, (_, back) => current - back).map((one) => ({
            value: String(one),
            label: t('lessons.years', { from: String(one), until: String(one + 1) }),
          }))}
          value={String(year)}
          allowDeselect={false}
          onChange={(value) => setYear(Number(value))}
        />
        {programmes.length > 0 && <Register organizationId={organizationId} year={year} programme={programme} />}
      </div>
      <NotYet query={query} hidden={t('lessons.hidden')} />
      {query.data && programmes.length === 0 && (
        <EmptyState title={t('lessons.empty.title')} text={t('lessons.empty.text')} />
      )}
      {programmes.map((one) => (
        <Programme
          key={one.programme}
          of={one}
          isOpen={one.programme === programme}
          onTurn={() => setProgramme(one.programme === programme ? undefined : one.programme)}
        />
      ))}
      {programme !== undefined && <Held organizationId={organizationId} year={year} programme={programme} />}
    </>
  )
}

type Asked = { organizationId: OrganizationId; year: number; programme: string | undefined }

function Register({ organizationId, year, programme }: Asked) {
  const query = new URLSearchParams({ year: String(year), ...(programme !== undefined && { programme }) })
  const papers = (['pdf', 'xlsx'] as const).map((format) => ({
    label: t(`lessons.${format}`),
    href: `${pathOf(lessonEndpoints.register, { organizationId, format })}?${String(query)}`,
  }))
  return <PaperMenu label={t('lessons.register')} papers={papers} />
}

function Programme({ of, isOpen, onTurn }: { of: LessonProgramme; isOpen: boolean; onTurn: () => void }) {
  const { programme, lessons, distant, minutes, distantMinutes } = of
  return (
    <section className={classes.panel} aria-label={programme}>
      <h2 className={classes.panelTitle}>{programme}</h2>
      <p className={classes.line}>
        {t('lessons.sum', { lessons, time: hours(minutes), distant, distantTime: hours(distantMinutes) })}
      </p>
      <div>
        <Button variant="default" aria-expanded={isOpen} onClick={onTurn}>
          {t(isOpen ? 'lessons.close' : 'lessons.open')}
        </Button>
      </div>
    </section>
  )
}

const hours = (minutes: number) => t('lessons.time', { hours: Math.floor(minutes / 60), minutes: minutes % 60 })

function Held({ organizationId, year, programme }: Asked) {
  const query = useInfiniteQuery(lessonsQuery(organizationId, year, programme))
  const lessons = query.data?.pages.flatMap((page) => page.lessons) ?? []
  return (
    <section className={classes.panel} aria-label={t('lessons.held')}>
      <h2 className={classes.panelTitle}>{t('lessons.held')}</h2>
      <NotYet query={query} />
      <ul className={classes.people}>
        {lessons.map((lesson) => (
          <Row key={lesson.id} lesson={lesson} />
        ))}
      </ul>
      {query.hasNextPage && (
        <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </section>
  )
}

function Row({ lesson }: { lesson: HeldLesson }) {
  const { id, topic, day, kind, groups, teacher, ledBy, minutes, here, expected, isRecorded } = lesson
  const who = ledBy === '' ? teacher : t('lessons.led-by', { name: ledBy })
  const facts = [formatLongDay(day), t(`kind.${kind}`), hours(minutes), groups, who]
  return (
    <li className={classes.person}>
      <span>
        <Link to="/meetings/$meetingId" params={{ meetingId: id }} className={classes.cardTitle}>
          {topic}
        </Link>
        <span className={classes.about}>{[...facts, ...(isRecorded ? [t('lessons.recorded')] : [])].join(' · ')}</span>
      </span>
      <span className={classes.said}>{t('lessons.were', { here, expected })}</span>
    </li>
  )
}
