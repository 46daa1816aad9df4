import { RECORDING_KEPT_DAYS } from '@kolosok/contract'
import { useState } from 'react'
import { checkClasses } from '#features/rooms/index.ts'
import classes from './recordings.module.css'
import { t } from './texts.ts'

/** As whom somebody meets it: looks on at a broadcast or is on its stage; is in a call, or comes to one as a guest. */
type Who = 'viewer' | 'stage' | 'call' | 'guest'

/** What the mark means for this person: said when it begins, to whoever comes in, and again to whoever goes on the stage. */
export function RecordingNotice({ who }: { who: Who }) {
  const [understood, setUnderstood] = useState<Who | null>(null)
  if (understood === who) return null
  return (
    <div className={classes.notice} role="status">
      <span>{t(`mark.${who}`, { days: RECORDING_KEPT_DAYS })}</span>
      <button type="button" onClick={() => setUnderstood(who)}>
        {t('mark.understood')}
      </button>
    </div>
  )
}

/** The same before somebody comes in, while they may still think better of it. */
export const RecordingWarning = ({ who }: { who: 'call' | 'guest' }) => (
  <p className={checkClasses['trouble']} role="status">
    {t(`mark.${who}.before`, { days: RECORDING_KEPT_DAYS })}
  </p>
)
