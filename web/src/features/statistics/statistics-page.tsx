import { organizationEndpoints } from '@kolosok/contract'
import { Button } from '@mantine/core'
import { IconPrinter, IconReportAnalytics } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { OrganizationPage, useOrganization } from '#features/organization-frame/index.ts'
import { call } from '#lib/api.ts'
import { EventPlot } from './event-plot.tsx'
import { Figures } from './figures.tsx'
import { GroupPlot } from './group-plot.tsx'
import { PageState } from './page-state.tsx'
import { oversightQuery } from './queries.ts'
import classes from './statistics.module.css'
import { t } from './texts.ts'
import { nameOfMonth } from './words.ts'

/** How the organization uses the platform: what a head looks at once a week, and prints for a meeting. */
export function StatisticsPage() {
  const { id, code } = useOrganization()
  const oversight = useQuery(oversightQuery(id))
  const groups = useQuery({
    queryKey: ['organizations', id, 'overview'],
    queryFn: ({ signal }) => call(organizationEndpoints.overview, { params: { organizationId: id } }, signal),
    meta: { topics: ['structure', 'organization', 'invitations', 'confirmations'] },
  })
  return (
    <OrganizationPage
      title={t('title')}
      lead={t('lead')}
      actions={
        <div className={classes.tools}>
          <Button
            renderRoot={(props) => <Link to="/o/$code/statistics/reports" params={{ code }} {...props} />}
            leftSection={<IconReportAnalytics size={20} />}
          >
            {t('reports')}
          </Button>
          <Button variant="default" leftSection={<IconPrinter size={20} />} onClick={() => window.print()}>
            {t('print')}
          </Button>
        </div>
      }
    >
      <PageState query={oversight}>
        {({ sections, months, month, previousMonth }) => (
          <div className={classes.printed}>
            {groups.data && <GroupPlot groups={groups.data.groups} />}
            <EventPlot months={months} />
            <p className={classes.lead}>
              {t('compare', { month: nameOfMonth(month), previous: nameOfMonth(previousMonth).toLowerCase() })}
            </p>
            <Figures sections={sections} />
          </div>
        )}
      </PageState>
    </OrganizationPage>
  )
}
