import { Link } from '@tanstack/react-router'
import { useMe } from '#lib/me.ts'
import classes from './shell.module.css'
import { t } from './texts.ts'

/** For an account without a number: somebody else has proven the one it had, or it never had any. */
export function PhoneBanner() {
  if (useMe().phone !== null) return null
  return (
    <div className={classes.banner} role="status">
      <span>{t('phone.missing')}</span>
      <Link to="/phone">{t('phone.give')}</Link>
    </div>
  )
}
