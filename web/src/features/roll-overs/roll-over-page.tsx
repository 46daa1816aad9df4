import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { OrganizationPage, useOrganization } from '#features/organization-frame/index.ts'
import { ErrorState } from '#ui/states.tsx'
import { Begin } from './begin.tsx'
import { Done } from './done.tsx'
import { Draft } from './draft.tsx'
import { rollOverQuery } from './queries.ts'
import { t } from './texts.ts'

/** One at a time: what is being prepared, or what was done last and can perhaps be undone. */
export function RollOverPage() {
  const { id } = useOrganization()
  const query = useQuery(rollOverQuery(id))
  return (
    <OrganizationPage title={t('title')} lead={t('lead')} backTo="/o/$code/groups">
      {query.data !== undefined ? (
        <Found rollOver={query.data} />
      ) : query.isError ? (
        <ErrorState
          title={t('error.title')}
          text={t('error.text')}
          retry={t('error.retry')}
          onRetry={() => void query.refetch()}
        />
      ) : (
        <Skeleton height={240} radius="lg" />
      )}
    </OrganizationPage>
  )
}

function Found({ rollOver }: { rollOver: Parameters<typeof Draft>[0]['rollOver'] | null }) {
  const [isAgain, setAgain] = useState(false)
  if (rollOver?.state === 'draft') return <Draft key={rollOver.id} rollOver={rollOver} />
  if (rollOver === null || isAgain) return <Begin onBegun={() => setAgain(false)} />
  return <Done rollOver={rollOver} onAgain={() => setAgain(true)} />
}
