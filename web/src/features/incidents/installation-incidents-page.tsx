import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { ColumnPage } from '#ui/column-page.tsx'
import { IncidentEditor } from './incident-editor.tsx'
import { IncidentList } from './incident-list.tsx'
import { t } from './texts.ts'

/** The same for the operator: what happened with the installation as a whole. */
export function InstallationIncidentsPage() {
  const [isNew, setNew] = useState(false)
  return (
    <ColumnPage backTo="/operator/backups" back={t('back')} title={t('title')} lead={t('lead')} width={720}>
      <Button mb="md" leftSection={<IconPlus size={20} aria-hidden="true" />} onClick={() => setNew(true)}>
        {t('new')}
      </Button>
      <IncidentList organizationId={null} />
      {isNew && <IncidentEditor organizationId={null} incident={null} onClose={() => setNew(false)} />}
    </ColumnPage>
  )
}
