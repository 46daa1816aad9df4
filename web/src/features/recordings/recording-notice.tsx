import { RECORDING_KEPT_DAYS } from '@kolosok/contract'
import { useState } from 'react'
import classes from './recordings.module.css'
import { t } from './texts.ts'

/** What the mark means for this person: said when it begins, to whoever comes in, and again to whoever goes on the stage. */
export function RecordingNotice({ isOnStage }: { isOnStage: boolean }) {
  const [understood, setUnderstood] = useState<'viewer' | 'stage' | null>(null)
  const who = isOnStage ? 'stage' : 'viewer'
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
