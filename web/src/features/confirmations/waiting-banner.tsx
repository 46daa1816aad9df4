import type { OwnMembership } from '@kolosok/contract'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import classes from './confirmations.module.css'
import { ownConfirmationQuery } from './queries.ts'
import { t } from './texts.ts'

export function WaitingBanner({ organization }: Pick<OwnMembership, 'organization'>) {
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
