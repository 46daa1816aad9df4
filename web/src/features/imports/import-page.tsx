import { Skeleton } from '@mantine/core'
import type { ImportDraft, ImportId } from '@kolosok/contract'
import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { OrganizationPage } from '#features/organization-frame/index.ts'
import { isProblem } from '#lib/api.ts'
import { EmptyState, ErrorState } from '#ui/states.tsx'
import { Draft } from './draft.tsx'
import { Over } from './over.tsx'
import { importQuery } from './queries.ts'
import { t } from './texts.ts'

export function ImportPage() {
  const { importId = '' } = useParams({ strict: false })
  const draft = useQuery(importQuery(importId as ImportId))
  return (
    <OrganizationPage title={draft.data?.name || t('title')} backTo="/o/$code/groups">
      {draft.data ? <Found draft={draft.data} /> : <Waiting query={draft} />}
    </OrganizationPage>
  )
}

const Found = ({ draft }: { draft: ImportDraft }) =>
  draft.state === 'draft' ? <Draft draft={draft} /> : <Over draft={draft} />

function Waiting({ query }: { query: UseQueryResult }) {
  if (!query.isError) return <Skeleton height={240} radius="lg" />
  if (isProblem(query.error, 'not-found')) return <EmptyState title={t('fault.not-found')} />
  return (
    <ErrorState
      title={t('error.title')}
      text={t('error.text')}
      retry={t('error.retry')}
      onRetry={() => void query.refetch()}
    />
  )
}
