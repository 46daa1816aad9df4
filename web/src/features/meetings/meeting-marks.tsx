import type { Meeting } from '@kolosok/contract'
import { Badge } from '@mantine/core'
import classes from './meetings.module.css'
import { t } from './texts.ts'

/** How it stands, where there is more to say than that it is planned. */
export function MeetingMarks({ meeting: { state, series, isOwn } }: { meeting: Meeting }) {
  if (state === 'planned' && !series && !isOwn) return null
  return (
    <div className={classes.marks}>
      {state === 'cancelled' && <Badge color="red">{t('state.cancelled')}</Badge>}
      {state === 'over' && <Badge color="gray">{t('state.over')}</Badge>}
      {series && <Badge variant="outline">{t(`repeats.${series.repeats}`)}</Badge>}
      {isOwn && <Badge variant="outline">{t('own')}</Badge>}
    </div>
  )
}
