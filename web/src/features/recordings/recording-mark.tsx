import classes from './recordings.module.css'
import { t } from './texts.ts'

/** For everybody in the room, for as long as it is recorded. */
export const RecordingMark = () => (
  <span className={classes.mark} role="status">
    {t('mark')}
  </span>
)
