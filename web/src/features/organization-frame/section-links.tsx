import { Link } from '@tanstack/react-router'
import classes from './organization-frame.module.css'
import { sectionsFor } from './sections.ts'
import { t } from './texts.ts'
import { useOrganization } from './use-organization.ts'

/** A column beside the page, and the list that a phone opens with. */
export function SectionLinks({ code, withoutOverview = false }: { code: string; withoutOverview?: boolean }) {
  const { abilities } = useOrganization()
  return (
    <nav aria-label={t('sections')} className={classes.links}>
      {sectionsFor(abilities)
        .filter((section) => !(withoutOverview && section.isExact))
        .map(({ to, icon: Icon, title, isExact }) => (
          <Link key={to} to={to} params={{ code }} activeOptions={{ exact: isExact }} className={classes.link}>
            <Icon size={22} stroke={1.6} aria-hidden="true" />
            {title}
          </Link>
        ))}
    </nav>
  )
}
