import type { Backup, BackupId } from '@kolosok/contract'
import { Button, Group, Paper, Skeleton, Stack, Text, Title } from '@mantine/core'
import { IconDatabaseExport } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { formatSize } from '#features/files/index.ts'
import { isProblem } from '#lib/api.ts'
import { formatMoment } from '#lib/dates.ts'
import { newId } from '#lib/new-id.ts'
import { ColumnPage } from '#ui/column-page.tsx'
import { StateBadge } from '#ui/state-badge.tsx'
import { EmptyState, ErrorState } from '#ui/states.tsx'
import { backupsQuery, useMakeBackup } from './queries.ts'
import { t } from './texts.ts'

/** What came of the last backups, and making one now. Their content stays on the server. */
export function BackupsPage() {
  const query = useQuery(backupsQuery())
  if (query.isError && !query.data) {
    return (
      <ErrorState
        title={t('load.title')}
        text={t('load.text')}
        retry={t('load.retry')}
        onRetry={() => void query.refetch()}
      />
    )
  }
  const { data } = query
  return (
    <ColumnPage backTo="/operator" back={t('back')} title={t('title')}>
      {data ? (
        <Stack>
          <Text c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {t('intro', { folder: data.folder })}
          </Text>
          <Text>
            {t('schedule', { hours: data.everyHours })} {t('keep', { count: data.keep })}{' '}
            {data.freeBytes !== null && t('free', { size: formatSize(data.freeBytes) })}
          </Text>
          <MakeNow backups={data.backups} />
          <BackupList backups={data.backups} />
          <Title order={2} fz="lg">
            {t('restore')}
          </Title>
          <Text>{t('restore.text')}</Text>
          <Button component={Link} to="/operator/retention" variant="default" style={{ alignSelf: 'flex-start' }}>
            {t('retention')}
          </Button>
          <Button component={Link} to="/operator/incidents" variant="default" style={{ alignSelf: 'flex-start' }}>
            {t('incidents')}
          </Button>
        </Stack>
      ) : (
        <Skeleton h={88} radius="lg" aria-label={t('loading')} />
      )}
    </ColumnPage>
  )
}

function MakeNow({ backups }: { backups: readonly Backup[] }) {
  const make = useMakeBackup()
  const isRunning = backups.some((backup) => backup.state === 'running')
  return (
    <Stack gap="xs" align="flex-start">
      <Button
        leftSection={<IconDatabaseExport size={18} aria-hidden="true" />}
        loading={make.isPending}
        disabled={isRunning}
        onClick={() => make.mutate(newId() as BackupId)}
      >
        {t('make')}
      </Button>
      <div role="status">{isRunning && <Text>{t('making')}</Text>}</div>
      {make.isError && (
        <Text role="alert" c="var(--danger)">
          {t(isProblem(make.error, 'backup-running') ? 'busy' : 'failed')}
        </Text>
      )}
    </Stack>
  )
}

function BackupList({ backups }: { backups: readonly Backup[] }) {
  if (backups.length === 0) return <EmptyState title={t('empty.title')} text={t('empty.text')} />
  return (
    <section aria-label={t('list')}>
      <Stack gap="sm">
        {backups.map((backup) => (
          <BackupCard key={backup.id} backup={backup} />
        ))}
      </Stack>
    </section>
  )
}

const tones = { running: 'quiet', done: 'good', failed: 'bad' } as const

function BackupCard({ backup }: { backup: Backup }) {
  const { state, reason, beganAt, size, fileCount, missingCount, isKept } = backup
  return (
    <Paper withBorder radius="lg" p="md">
      <Group justify="space-between" gap="xs">
        <Text fw={600} component="time" dateTime={beganAt}>
          {formatMoment(beganAt)}
        </Text>
        <StateBadge tone={tones[state]}>{t(`state.${state}`)}</StateBadge>
      </Group>
      {state === 'done' && (
        <Text size="sm" c="dimmed">
          {t('facts', { size: formatSize(size), files: fileCount })}. {!isKept && t('gone')}
        </Text>
      )}
      {missingCount > 0 && <Text c="var(--danger)">{t('missing', { count: missingCount })}</Text>}
      {reason !== null && <Text c="var(--danger)">{t(`reason.${reason}`)}</Text>}
    </Paper>
  )
}
