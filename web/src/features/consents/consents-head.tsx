import type { OrganizationId } from '@kolosok/contract'
import { IconChevronRight, IconClipboardCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { waitingQuery } from '#lib/waiting.ts'
import classes from './consents-head.module.css'
import { t } from './head-texts.ts'

/** Over the talk, only while something waits for a decision. */
export function ConsentsHead({ organizationId }: { organizationId: OrganizationId }) {
  const { data } = useQuery(waitingQuery())
  const count = data?.consents.find((one) => one.organizationId === organizationId)?.count ?? 0
  if (count === 0) return null
  return (
    <Link to="/consents" className={classes.row}>
      <IconClipboardCheck size={22} stroke={1.7} aria-hidden="true" />
      <span className={classes.name}>{t('title')}</span>
      <span className={classes.count}>{t('waiting', { count })}</span>
      <IconChevronRight size={18} stroke={1.7} aria-hidden="true" />
    </Link>
  )
}
