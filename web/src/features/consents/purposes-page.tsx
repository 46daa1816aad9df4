import type { ConsentPurpose } from '@kolosok/contract'
import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { IconPencil, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { OrganizationPage, useOrganization } from '#features/organization-frame/index.ts'
import { formatFullDay } from '#lib/dates.ts'
import { StateBadge } from '#ui/state-badge.tsx'
import { EmptyState } from '#ui/states.tsx'
import { NotYet } from '#ui/not-yet.tsx'
import { Closing } from './closing.tsx'
import { PurposeEditor } from './purpose-editor.tsx'
import { purposesQuery } from './queries.ts'
import { RegisterMenu } from './register-menu.tsx'
import { t } from './texts.ts'

/** What the organization asks for; a teacher sees what concerns the children of own groups. */
export function PurposesPage() {
  const { id } = useOrganization()
  const query = useQuery(purposesQuery(id))
  const [editing, setEditing] = useState<ConsentPurpose | 'new' | null>(null)
  const mayManage = query.data?.mayManage ?? false
  const purposes = query.data?.purposes ?? []
  return (
    <OrganizationPage
      title={t('title')}
      lead={t(query.data && !mayManage ? 'office.lead.teacher' : 'office.lead')}
      actions={
        mayManage && (
          <Button leftSection={<IconPlus size={20} aria-hidden="true" />} onClick={() => setEditing('new')}>
            {t('office.new')}
          </Button>
        )
      }
    >
      <NotYet query={query} />
      {query.data && purposes.length === 0 && <None mayManage={mayManage} />}
      <Stack>
        {purposes.map((purpose) => (
          <PurposeCard
            key={purpose.id}
            purpose={purpose}
            mayManage={mayManage}
            onEdit={() => {
              setEditing(purpose)
            }}
          />
        ))}
      </Stack>
      {editing && (
        <PurposeEditor
          purpose={editing === 'new' ? null : editing}
          taken={purposes.filter(({ isClosed }) => !isClosed).map(({ template }) => template)}
          onClose={() => setEditing(null)}
        />
      )}
    </OrganizationPage>
  )
}

const None = ({ mayManage }: { mayManage: boolean }) => (
  <EmptyState title={t('office.none')} text={t(mayManage ? 'office.none.text' : 'office.none.teacher')} />
)

type CardProps = { readonly purpose: ConsentPurpose; readonly mayManage: boolean; readonly onEdit: () => void }

function PurposeCard({ purpose, mayManage, onEdit }: CardProps) {
  const { id, title, asks, counts, version, writtenAt, isClosed } = purpose
  const { code } = useOrganization()
  return (
    <Paper component="article" withBorder radius="lg" p="md" aria-label={title}>
      <Stack gap={6}>
        <Group justify="space-between" gap="xs">
          <Title order={2} fz="lg" style={{ flex: '1 1 200px', overflowWrap: 'anywhere' }}>
            {title}
          </Title>
          {isClosed && <StateBadge tone="quiet">{t('office.closed')}</StateBadge>}
        </Group>
        <Text fz="sm" c="dimmed">
          {`${t(`office.asks.${asks}`)} · ${t('office.version', { version, when: formatFullDay(writtenAt) })}`}
        </Text>
        <Text fw={500}>{t('office.counts', counts)}</Text>
        <Group gap="xs" mt={4}>
          <Button
            renderRoot={(props) => (
              <Link to="/o/$code/consents/$consentPurposeId" params={{ code, consentPurposeId: id }} {...props} />
            )}
            variant="light"
          >
            {t('office.open')}
          </Button>
          <RegisterMenu purposeId={id} />
          {mayManage && !isClosed && (
            <Button variant="default" leftSection={<IconPencil size={18} aria-hidden="true" />} onClick={onEdit}>
              {t('office.edit')}
            </Button>
          )}
          {mayManage && <Closing purpose={purpose} />}
        </Group>
      </Stack>
    </Paper>
  )
}
