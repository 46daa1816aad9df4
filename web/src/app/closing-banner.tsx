import { Link } from '@tanstack/react-router'
import { useCurrentOrganization } from '#lib/current-organization.ts'
import { formatPlainDay } from '#lib/dates.ts'
import classes from './shell.module.css'
import { t } from './texts.ts'

/** On every page of a closed organization: it can be read, until when, and where one's own things are. */
export function ClosingBanner() {
  const { organization } = useCurrentOrganization()
  if (!organization?.closing) return null
  return (
    <div className={classes.banner} role="status">
      <span>{t('closing', { name: organization.shortName, until: formatPlainDay(organization.closing.eraseAt) })}</span>
      <Link to="/my-data">{t('closing.own')}</Link>
    </div>
  )
}
