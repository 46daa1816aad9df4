import type { OrganizationId } from '@kolosok/contract'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { formatCalendarDay } from '#lib/dates.ts'
import { StateBadge } from '#ui/state-badge.tsx'
import classes from './meetings.module.css'
import { openTasksQuery } from './task-queries.ts'
import { t } from './texts.ts'

/** What a family has to do at home, and what a teacher has to look at; nothing where there is neither. */
export function OpenTasksPanel({ organizationId }: { organizationId: OrganizationId }) {
  const { data } = useQuery(openTasksQuery(organizationId))
  if (!data) return null
  const { toDo, toCheck } = data
  return (
    <>
      {toDo.length > 0 && (
        <section className={classes.panel} aria-label={t('tasks.to-do')}>
          <h2 className={classes.panelTitle}>{t('tasks.to-do')}</h2>
          <ul className={classes.people}>
            {toDo.map(({ meetingId, title, childId, child, dueDay, isReturned }) => (
              <li key={`${meetingId} ${childId}`} className={classes.person}>
                <span>
                  <Link to="/meetings/$meetingId" params={{ meetingId }} className={classes.task}>
                    {t('tasks.to-do.of', { child, title })}
                  </Link>
                  {dueDay !== null && (
                    <span className={classes.about}>{t('tasks.due', { day: formatCalendarDay(dueDay) })}</span>
                  )}
                </span>
                {isReturned && <StateBadge tone="bad">{t('tasks.returned')}</StateBadge>}
              </li>
            ))}
          </ul>
        </section>
      )}
      {toCheck.length > 0 && (
        <section className={classes.panel} aria-label={t('tasks.to-check')}>
          <h2 className={classes.panelTitle}>{t('tasks.to-check')}</h2>
          <ul className={classes.people}>
            {toCheck.map(({ meetingId, title, works }) => (
              <li key={meetingId} className={classes.person}>
                <Link to="/meetings/$meetingId" params={{ meetingId }} className={classes.task}>
                  {title}
                </Link>
                <span className={classes.about}>{t('tasks.works', { count: works })}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
