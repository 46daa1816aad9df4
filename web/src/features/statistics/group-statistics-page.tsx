import type { GroupId } from '@kolosok/contract'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { groupQuery } from '#features/organization/index.ts'
import { OrganizationPage } from '#features/organization-frame/index.ts'
import { ComparedFigures } from './compared-figures.tsx'
import { PageState } from './page-state.tsx'
import { PrintButton } from './print-button.tsx'
import { Printed } from './printed.tsx'
import { groupOversightQuery } from './queries.ts'
import { t } from './texts.ts'

/** How one group's families use the platform, for those who teach it. */
export function GroupStatisticsPage() {
  const groupId = (useParams({ strict: false }).groupId ?? '') as GroupId
  const oversight = useQuery(groupOversightQuery(groupId))
  const group = useQuery(groupQuery(groupId))
  const title = group.data ? t('group.title', { name: group.data.name }) : t('title')
  return (
    <OrganizationPage title={title} lead={t('group.lead')} backTo="/o/$code/groups/$groupId" actions={<PrintButton />}>
      <PageState query={oversight}>
        {(found) => (
          <Printed title={title}>
            <ComparedFigures {...found} />
          </Printed>
        )}
      </PageState>
    </OrganizationPage>
  )
}
