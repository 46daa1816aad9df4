import type { GroupId } from '@kolosok/contract'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { groupQuery } from '#features/organization/index.ts'
import { OrganizationPage } from '#features/organization-frame/index.ts'
import { ComparedFigures } from './compared-figures.tsx'
import { PageState } from './page-state.tsx'
import { PrintButton } from './print-button.tsx'
import { groupOversightQuery } from './queries.ts'
import classes from './statistics.module.css'
import { t } from './texts.ts'

/** How one group's families use the platform, for those who teach it. */
export function GroupStatisticsPage() {
  const groupId = (useParams({ strict: false }).groupId ?? '') as GroupId
  const oversight = useQuery(groupOversightQuery(groupId))
  const group = useQuery(groupQuery(groupId))
  return (
    <OrganizationPage
      title={group.data ? t('group.title', { name: group.data.name }) : t('title')}
      lead={t('group.lead')}
      backTo="/o/$code/groups/$groupId"
      actions={<PrintButton />}
    >
      <PageState query={oversight}>
        {(found) => (
          <div className={classes.printed}>
            <ComparedFigures {...found} />
          </div>
        )}
      </PageState>
    </OrganizationPage>
  )
}
