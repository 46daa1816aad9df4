import { Text, Title } from '@mantine/core'
import type { OrganizationOverview } from '@kolosok/contract'
import { IconCircleCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, type LinkProps } from '@tanstack/react-router'
import { useOrganization } from '#features/organization-frame/index.ts'
import { waitingQuery } from '#lib/waiting.ts'
import { type OverviewCounts, overviewCounts } from './overview-counts.ts'
import classes from './overview.module.css'
import { waitingHereQuery } from './queries.ts'
import { t } from './overview-texts.ts'

type What = keyof OverviewCounts
type Place = Pick<LinkProps, 'to' | 'search'>

/** What each leads to: the list, narrowed to what waits. */
const places = {
  joinRequests: { to: '/o/$code/requests' },
  confirmations: { to: '/o/$code/confirmations' },
  tickets: { to: '/o/$code/tickets' },
  messageReports: { to: '/o/$code/reported' },
  phoneChanges: { to: '/o/$code/phones' },
  statisticsReports: { to: '/o/$code/statistics/reports' },
  unconfirmedStaff: { to: '/o/$code/people', search: { standing: 'unconfirmed' } },
  groupsWithoutLead: { to: '/o/$code/groups', search: { standing: 'without-lead' } },
  childrenWithoutGuardian: { to: '/o/$code/children', search: { standing: 'without-guardian' } },
  unclaimedLinks: { to: '/o/$code/invitations', search: { state: 'unclaimed' } },
} as const satisfies Record<What, Place>

/** One click to whatever somebody has to see to; a calm line where there is nothing. */
export function OverviewWaiting({ overview }: { overview: OrganizationOverview }) {
  const { id, code } = useOrganization()
  const here = useQuery(waitingHereQuery(id)).data
  const all = useQuery(waitingQuery()).data
  if (!here || !all) return null
  const counts = overviewCounts({ organizationId: id, overview, here, all })
  const left = (Object.keys(places) as What[]).filter((what) => counts[what] > 0)
  return (
    <section aria-labelledby="overview-waiting">
      <Title order={2} fz="lg" id="overview-waiting" mb={10}>
        {t('waiting.title')}
      </Title>
      {left.length === 0 ? (
        <Text className={classes.calm}>
          <IconCircleCheck size={22} stroke={1.7} aria-hidden="true" />
          {t('waiting.nothing')}
        </Text>
      ) : (
        <div className={classes.counts}>
          {left.map((what) => (
            <Link key={what} {...places[what]} params={{ code }} className={classes.count} data-waiting>
              <span className={classes.figure}>{counts[what]}</span>
              <span>{t(`waiting.${what}`, { count: counts[what] })}</span>
            </Link>
          ))}
        </div>
      )}
    </section>
  )
}
