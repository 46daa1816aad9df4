import { type DataExport, type DataExportId, pathOf, personalDataEndpoints } from '@kolosok/contract'
import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { formatSize } from '#features/files/index.ts'
import { isProblem } from '#lib/api.ts'
import { formatMoment } from '#lib/dates.ts'
import { newId } from '#lib/new-id.ts'
import { useAskForExport } from './queries.ts'
import { t } from './texts.ts'

/** Everything about oneself in one file, gathered in the background. */
export function ArchivePart({ last }: { last: DataExport | null }) {
  const ask = useAskForExport()
  return (
    <Stack align="flex-start">
      <div>
        <Title order={2} fz="lg">
          {t('archive.title')}
        </Title>
        <Text c="dimmed">{t('archive.text')}</Text>
      </div>
      <Text role="status">{last && sayState(last)}</Text>
      <Group>
        {last?.state === 'ready' && (
          <Button
            component="a"
            href={pathOf(personalDataEndpoints.exportContent, { dataExportId: last.id })}
            download
            leftSection={<IconDownload size={18} aria-hidden="true" />}
          >
            {t('archive.fetch')}
          </Button>
        )}
        {last?.state !== 'waiting' && (
          <Button
            variant={last?.state === 'ready' ? 'default' : 'filled'}
            loading={ask.isPending}
            onClick={() => ask.mutate(newId() as DataExportId)}
          >
            {t(last === null ? 'archive.ask' : 'archive.again')}
          </Button>
        )}
      </Group>
      {ask.isError && (
        <Text role="alert" c="var(--danger)">
          {sayProblem(ask.error)}
        </Text>
      )}
    </Stack>
  )
}

function sayState({ state, size, offeredUntil }: DataExport): string {
  if (state === 'ready' && offeredUntil !== null) {
    return t('archive.ready', { size: formatSize(size), until: formatMoment(offeredUntil) })
  }
  return t(state === 'waiting' ? 'archive.waiting' : state === 'failed' ? 'archive.failed' : 'archive.over')
}

function sayProblem(error: unknown): string {
  if (isProblem(error, 'export-waiting')) return t('archive.busy')
  return t(isProblem(error, 'too-many-requests') ? 'archive.enough' : 'failed')
}
