import classes from './recordings.module.css'
import { t } from './texts.ts'

/** For everybody in the room, for as long as it is recorded; where there is no place for words, the light alone. */
export const RecordingMark = ({ isSmall = false }: { isSmall?: boolean }) => (
  <span className={classes.mark} data-small={isSmall || undefined} role="status" title={t('mark')}>
    {isSmall ? <span className="visually-hidden">{t('mark')}</span> : t('mark')}
  </span>
)
