import type { DataExport } from '@kolosok/contract'
import { Button, Group, Progress, Stack, Text, Title } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { formatSize } from '#features/files/index.ts'
import { isProblem } from '#lib/api.ts'
import { formatMoment } from '#lib/dates.ts'
import { t } from './texts.ts'

type Props = {
  readonly title: string
  readonly text: ReactNode
  readonly last: DataExport | null
  /** Where it is fetched; null where that is somebody else's to do. */
  readonly href: string | null
  /** Said instead of the button to fetch it. */
  readonly notOwn?: string
  readonly ask: { readonly isPending: boolean; readonly error: unknown; readonly start: () => void }
}

/** Everything in one file, gathered in the background, offered for a while. */
export function ExportPart({ title, text, last, href, notOwn, ask }: Props) {
  return (
    <Stack align="flex-start">
      <div>
        <Title order={2} fz="lg">
          {title}
        </Title>
        <Text c="dimmed">{text}</Text>
      </div>
      <Text role="status">{last && sayState(last)}</Text>
      {last && <Coming last={last} />}
      {last?.state === 'ready' && href === null && <Text>{notOwn}</Text>}
      <Buttons last={last} href={href} ask={ask} />
      {ask.error !== null && (
        <Text role="alert" c="var(--danger)">
          {sayProblem(ask.error)}
        </Text>
      )}
    </Stack>
  )
}

const Coming = ({ last: { state, progress } }: { last: DataExport }) =>
  state === 'waiting' && progress > 0 ? (
    <Progress value={progress} w="100%" maw={360} size="lg" aria-label={t('progress')} />
  ) : null

function Buttons({ last, href, ask }: Pick<Props, 'last' | 'href' | 'ask'>) {
  const isReady = last?.state === 'ready'
  return (
    <Group>
      {isReady && href !== null && (
        <Button component="a" href={href} download leftSection={<IconDownload size={18} aria-hidden="true" />}>
          {t('fetch')}
        </Button>
      )}
      {last?.state !== 'waiting' && (
        <Button variant={isReady ? 'default' : 'filled'} loading={ask.isPending} onClick={ask.start}>
          {t(last === null ? 'ask' : 'again')}
        </Button>
      )}
    </Group>
  )
}

function sayState({ state, size, offeredUntil }: DataExport): string {
  if (state === 'ready' && offeredUntil !== null) {
    return t('ready', { size: formatSize(size), until: formatMoment(offeredUntil) })
  }
  return t(state === 'waiting' ? 'waiting' : state === 'failed' ? 'failed' : 'over')
}

function sayProblem(error: unknown): string {
  if (isProblem(error, 'export-waiting')) return t('busy')
  return t(isProblem(error, 'too-many-requests') ? 'enough' : 'not-asked')
}
