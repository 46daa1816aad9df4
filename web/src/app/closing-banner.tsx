import { Link } from '@tanstack/react-router'
import { useCurrentOrganization } from '#lib/current-organization.ts'
import { formatPlainDay } from '#lib/dates.ts'
import classes from './shell.module.css'
import { t } from './texts.ts'

/** On every page of a closed organization: since when, until when it may come back, and where one's own things are. */
export function ClosingBanner() {
  const { organization } = useCurrentOrganization()
  if (!organization?.closing) return null
  const { closedAt, eraseAt } = organization.closing
  const [since, until] = [formatPlainDay(closedAt), formatPlainDay(eraseAt)]
  return (
    <div className={classes.banner} role="status">
      <span>{t('closing', { name: organization.shortName, since, until })}</span>
      <Link to="/my-data">{t('closing.own')}</Link>
    </div>
  )
}
