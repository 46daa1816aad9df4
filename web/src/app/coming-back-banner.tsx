import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import classes from './shell.module.css'
import { t } from './texts.ts'
import { waitingQuery } from './waiting.ts'

/** Somebody holds a way into this account: its owner has to hear of it wherever they are. */
export function ComingBackBanner() {
  const codes = useQuery({ ...waitingQuery(), select: ({ comingBackCodes }) => comingBackCodes }).data ?? 0
  if (codes === 0) return null
  return (
    <div className={classes.banner} role="status">
      <span>{t('coming-back')}</span>
      <Link to="/devices">{t('coming-back.look')}</Link>
    </div>
  )
}
