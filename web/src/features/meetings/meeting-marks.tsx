import type { Meeting } from '@kolosok/contract'
import { Badge } from '@mantine/core'
import { StateBadge } from '#ui/state-badge.tsx'
import classes from './meetings.module.css'
import { t } from './texts.ts'

/** How it stands, where there is more to say than that it is planned. */
export function MeetingMarks({ meeting: { state, series, isOwn, lesson } }: { meeting: Meeting }) {
  const isLesson = String(lesson !== null)
  if (state === 'planned' && !series && !isOwn && !lesson) return null
  return (
    <div className={classes.marks}>
      {state === 'cancelled' && <StateBadge tone="bad">{t('state.cancelled', { isLesson })}</StateBadge>}
      {state === 'over' && <StateBadge tone="quiet">{t('state.over', { isLesson })}</StateBadge>}
      {lesson && <StateBadge tone="good">{t('lesson')}</StateBadge>}
      {series && <Badge variant="outline">{t(`repeats.${series.repeats}`)}</Badge>}
      {isOwn && <Badge variant="outline">{t('own')}</Badge>}
    </div>
  )
}
