import type { OrganizationId } from '@kolosok/contract'
import { IconChevronRight, IconNotes } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { NoticeCard } from './notice-card.tsx'
import classes from './notices.module.css'
import { waitingNoticesQuery } from './queries.ts'
import { t } from './texts.ts'

/** Over the talk, so that it drowns in nothing: what is due first, whole, and how much more there is. */
export function NoticesHead({ organizationId }: { organizationId: OrganizationId }) {
  const { data } = useQuery(waitingNoticesQuery(organizationId))
  const notices = data?.notices ?? []
  const [first] = notices
  return (
    <section className={classes.head} aria-label={t('title')}>
      <Link to="/notices" className={classes.headRow}>
        <IconNotes size={22} stroke={1.7} aria-hidden="true" />
        <span className={classes.headName}>{t('title')}</span>
        <span className={classes.headCount} data-waiting={notices.length > 0 || undefined}>
          {data && (notices.length > 0 ? t('head.waiting', { count: notices.length }) : t('head.none'))}
        </span>
        <IconChevronRight size={18} stroke={1.7} aria-hidden="true" />
      </Link>
      {first && <NoticeCard key={first.id} notice={first} isHead />}
    </section>
  )
}
