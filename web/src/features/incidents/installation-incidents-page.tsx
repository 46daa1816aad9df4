import { Button, Container, Text, Title } from '@mantine/core'
import { IconArrowLeft, IconPlus } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { IncidentEditor } from './incident-editor.tsx'
import { IncidentList } from './incident-list.tsx'
import { t } from './texts.ts'

/** The same for the operator: what happened with the installation as a whole. */
export function InstallationIncidentsPage() {
  const [isNew, setNew] = useState(false)
  return (
    <Container size={720} py="lg">
      <Button
        component={Link}
        to="/operator/backups"
        variant="subtle"
        ml={-18}
        leftSection={<IconArrowLeft size={18} aria-hidden="true" />}
      >
        {t('back')}
      </Button>
      <Title order={1} fz={26} mb="xs">
        {t('title')}
      </Title>
      <Text c="dimmed" mb="md">
        {t('lead')}
      </Text>
      <Button mb="md" leftSection={<IconPlus size={20} aria-hidden="true" />} onClick={() => setNew(true)}>
        {t('new')}
      </Button>
      <IncidentList organizationId={null} />
      {isNew && <IncidentEditor organizationId={null} incident={null} onClose={() => setNew(false)} />}
    </Container>
  )
}
