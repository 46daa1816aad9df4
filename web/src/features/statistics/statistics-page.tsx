import { Button } from '@mantine/core'
import { IconReportAnalytics } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { overviewQuery } from '#features/organization/index.ts'
import { OrganizationPage, useOrganization } from '#features/organization-frame/index.ts'
import { ComparedFigures } from './compared-figures.tsx'
import { GroupPlot } from './group-plot.tsx'
import { PageState } from './page-state.tsx'
import { PrintButton } from './print-button.tsx'
import { Printed } from './printed.tsx'
import { oversightQuery } from './queries.ts'
import classes from './statistics.module.css'
import { t } from './texts.ts'

/** How the organization uses the platform: what a head looks at once a week, and prints for a meeting. */
export function StatisticsPage() {
  const { id, code } = useOrganization()
  const oversight = useQuery(oversightQuery(id))
  const groups = useQuery(overviewQuery(id))
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
          <PrintButton />
        </div>
      }
    >
      <PageState query={oversight}>
        {(found) => (
          <Printed title={t('title')}>
            {groups.data && <GroupPlot groups={groups.data.groups} />}
            <ComparedFigures {...found} />
          </Printed>
        )}
      </PageState>
    </OrganizationPage>
  )
}
