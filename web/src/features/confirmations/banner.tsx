import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useCurrentOrganization } from '#lib/current-organization.ts'
import { useMemberships } from '#lib/me.ts'
import classes from './confirmations.module.css'
import { ownConfirmationQuery } from './queries.ts'
import { t } from './texts.ts'

/** For staff whose status nobody has confirmed yet: what is missing, and the way to it. */
export function ConfirmationBanner() {
  const { isHere } = useCurrentOrganization()
  const waiting = useMemberships().find(
    ({ organization, role, isConfirmed }) =>
      isHere(organization.id) && (role === 'teacher' || role === 'management') && !isConfirmed,
  )
  return waiting ? <Waiting organization={waiting.organization} /> : null
}

function Waiting({ organization }: { organization: ReturnType<typeof useMemberships>[number]['organization'] }) {
  const { data } = useQuery(ownConfirmationQuery(organization.id))
  if (!data || data.isConfirmed) return null
  const hasAsked = data.last?.state === 'requested'
  return (
    <div className={classes.banner} role="status">
      <span>{t(hasAsked ? 'banner.waiting' : 'banner')}</span>
      <Link to="/confirmation/$code" params={{ code: organization.code }} className={classes.bannerLink}>
        {t(hasAsked ? 'banner.see' : 'banner.ask')}
      </Link>
    </div>
  )
}
