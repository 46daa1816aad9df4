import { Divider, Stack } from '@mantine/core'
import { ClosingPart } from '#features/closings/index.ts'
import { OrganizationPage, useOrganization } from '#features/organization-frame/index.ts'
import { OrganizationArchive } from './organization-archive.tsx'
import { t } from './texts.ts'

/** Taking everything away, and leaving. */
export function OrganizationDataPage() {
  const { id, closing } = useOrganization()
  return (
    <OrganizationPage title={t('title')} lead={t('lead')}>
      <Stack gap="xl" maw={640}>
        {/* What has happened comes before what can be done. */}
        {closing && <ClosingPart />}
        <OrganizationArchive organizationId={id} />
        {!closing && (
          <>
            <Divider />
            <ClosingPart />
          </>
        )}
      </Stack>
    </OrganizationPage>
  )
}
