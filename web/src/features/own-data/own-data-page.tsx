import { type DataExport, type DataExportId, pathOf, personalDataEndpoints } from '@kolosok/contract'
import { Container, Divider, Skeleton, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { ExportPart } from '#features/data-exports/index.ts'
import { newId } from '#lib/new-id.ts'
import { Explained } from '#ui/help-mark.tsx'
import { ErrorState } from '#ui/states.tsx'
import { AccessesPart } from './accesses-part.tsx'
import { DeletionPart } from './deletion-part.tsx'
import { NamePart } from './name-part.tsx'
import { ownDataQuery, useAskForExport } from './queries.ts'
import { t } from './texts.ts'

/** «Мои данные»: correct them, take them away, delete them. */
export function OwnDataPage() {
  const query = useQuery(ownDataQuery())
  return (
    <Container size={640} py="lg">
      <Explained>
        <Title order={1} fz={26}>
          {t('title')}
        </Title>
      </Explained>
      <Text c="dimmed" mb="lg">
        {t('intro')}
      </Text>
      <Stack gap="xl">
        <NamePart />
        <Divider />
        {query.isPending && <Skeleton h={88} radius="lg" aria-label={t('loading')} />}
        {query.isError && !query.data && (
          <ErrorState
            title={t('load.title')}
            text={t('load.text')}
            retry={t('load.retry')}
            onRetry={() => void query.refetch()}
          />
        )}
        {query.data && (
          <>
            <OwnArchive last={query.data.lastExport} />
            <Divider />
            <AccessesPart />
            <Divider />
            <DeletionPart deletion={query.data.deletion} />
          </>
        )}
      </Stack>
    </Container>
  )
}

function OwnArchive({ last }: { last: DataExport | null }) {
  const ask = useAskForExport()
  return (
    <ExportPart
      title={t('archive.title')}
      text={t('archive.text')}
      last={last}
      href={last && pathOf(personalDataEndpoints.exportContent, { dataExportId: last.id })}
      ask={{ isPending: ask.isPending, error: ask.error, start: () => ask.mutate(newId() as DataExportId) }}
    />
  )
}
