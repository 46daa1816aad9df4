import { OrganizationPage, useOrganization } from '#features/organization-frame/index.ts'
import { AccessList } from './access-list.tsx'
import { t } from './access-texts.ts'

export function AccessesPage() {
  const { id } = useOrganization()
  return (
    <OrganizationPage title={t('title')} lead={t('lead')}>
      <AccessList organizationId={id} />
    </OrganizationPage>
  )
}
