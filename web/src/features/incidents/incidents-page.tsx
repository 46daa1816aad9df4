import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { OrganizationPage, useOrganization } from '#features/organization-frame/index.ts'
import { IncidentEditor } from './incident-editor.tsx'
import { IncidentList } from './incident-list.tsx'
import { t } from './texts.ts'

/** What happened with personal data here, with the terms of the law. */
export function IncidentsPage() {
  const { id, closing } = useOrganization()
  const [isNew, setNew] = useState(false)
  return (
    <OrganizationPage
      title={t('title')}
      lead={t('lead')}
      actions={
        closing === null && (
          <Button leftSection={<IconPlus size={20} aria-hidden="true" />} onClick={() => setNew(true)}>
            {t('new')}
          </Button>
        )
      }
    >
      <IncidentList organizationId={id} />
      {isNew && <IncidentEditor organizationId={id} incident={null} onClose={() => setNew(false)} />}
    </OrganizationPage>
  )
}
