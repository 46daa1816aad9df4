import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { waitingQuery } from '#lib/waiting.ts'
import classes from './organization-frame.module.css'
import { sectionsFor } from './sections.ts'
import { t } from './texts.ts'
import { useOrganization } from './use-organization.ts'
import { waitingIn } from './waiting-in.ts'

/** A column beside the page, and the list that a phone opens with. */
export function SectionLinks({ code, withoutOverview = false }: { code: string; withoutOverview?: boolean }) {
  const { id, abilities } = useOrganization()
  const waiting = useQuery(waitingQuery()).data
  const counts = waiting && waitingIn(waiting, id)
  return (
    <nav aria-label={t('sections')} className={classes.links}>
      {sectionsFor(abilities)
        .filter((section) => !(withoutOverview && section.isExact))
        .map(({ to, icon: Icon, title, isExact }) => (
          <Link
            key={to}
            to={to}
            params={{ code }}
            activeOptions={{ exact: isExact }}
            className={classes.link}
            aria-description={counts?.has(to) ? t('section.waiting', { count: counts.get(to) ?? 0 }) : undefined}
          >
            <Icon size={22} stroke={1.6} aria-hidden="true" />
            {title}
            {counts?.has(to) && (
              <span className={classes.waiting} aria-hidden="true">
                {counts.get(to)}
              </span>
            )}
          </Link>
        ))}
    </nav>
  )
}
