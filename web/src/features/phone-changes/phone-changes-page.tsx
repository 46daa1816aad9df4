import { OrganizationPage, useOrganization } from '#features/organization-frame/index.ts'
import { ChangeList } from './change-list.tsx'
import { t } from './texts.ts'

/** Who has lost a phone and wants to get in by another number. */
export function PhoneChangesPage() {
  const { id } = useOrganization()
  return (
    <OrganizationPage title={t('title')} lead={t('lead')}>
      <ChangeList organizationId={id} />
    </OrganizationPage>
  )
}
