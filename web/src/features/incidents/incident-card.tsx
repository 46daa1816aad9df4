import { type Incident, incidentEndpoints, type IncidentPaper, pathOf } from '@kolosok/contract'
import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { IconFileDownload } from '@tabler/icons-react'
import { formatMoment } from '#lib/dates.ts'
import { useNow } from '#lib/use-now.ts'
import { StateBadge } from '#ui/state-badge.tsx'
import { t } from './texts.ts'

type Props = {
  readonly incident: Incident
  /** Null where nothing changes any more. */
  readonly onEdit: (() => void) | null
}

export function IncidentCard({ incident, onEdit }: Props) {
  const { happened, noticedAt, closedAt, result, notifyBy, notifiedAt, reportBy, reportedAt } = incident
  return (
    <Paper component="article" withBorder radius="lg" p="md">
      <Stack gap="sm">
        <Group justify="space-between" align="flex-start" gap="xs">
          <Title order={2} fz="lg" style={{ flex: '1 1 200px', overflowWrap: 'anywhere' }} lineClamp={3}>
            {happened}
          </Title>
          <StateBadge tone={closedAt === null ? 'waiting' : 'quiet'}>
            {t(closedAt === null ? 'open' : 'closed')}
          </StateBadge>
        </Group>
        <Text fz="sm" c="dimmed">
          {t('noticed', { when: formatMoment(noticedAt) })}
        </Text>
        {closedAt !== null && <Text style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{result}</Text>}
        <Term incident={incident} paper="notification" until={notifyBy} sentAt={notifiedAt} />
        <Term incident={incident} paper="report" until={reportBy} sentAt={reportedAt} />
        <Text fz="sm" c="dimmed">
          {t('send')}
        </Text>
        {onEdit && (
          <Button variant="default" style={{ alignSelf: 'flex-start' }} onClick={onEdit}>
            {t('edit')}
          </Button>
        )}
      </Stack>
    </Paper>
  )
}

type TermProps = {
  readonly incident: Incident
  readonly paper: IncidentPaper
  readonly until: string
  readonly sentAt: string | null
}

/** How long there still is, and the draft to send. */
function Term({ incident: { id, closedAt }, paper, until, sentAt }: TermProps) {
  const now = useNow()
  const left = Date.parse(until) - now
  const isLate = sentAt === null && left <= 0 && closedAt === null
  return (
    <Stack gap={4}>
      <Text fw={600}>{t(paper)}</Text>
      <Text {...(isLate && { c: 'var(--danger)' })}>
        {sentAt !== null
          ? t('sent', { when: formatMoment(sentAt) })
          : t(left > 0 ? 'left' : 'late', { left: sayLeft(left), until: formatMoment(until) })}
      </Text>
      <Group gap="xs">
        {(['docx', 'pdf'] as const).map((format) => (
          <Button
            key={format}
            component="a"
            href={pathOf(incidentEndpoints.paper, { incidentId: id, paper, format })}
            download
            variant="light"
            leftSection={<IconFileDownload size={18} aria-hidden="true" />}
            aria-label={t('draft.label', { paper: t(paper), format: format.toUpperCase() })}
          >
            {t(`draft.${format}`)}
          </Button>
        ))}
      </Group>
    </Stack>
  )
}

const sayLeft = (ms: number): string =>
  ms >= 3_600_000
    ? t('hours', { count: Math.floor(ms / 3_600_000) })
    : t('minutes', { count: Math.max(1, Math.floor(ms / 60_000)) })
