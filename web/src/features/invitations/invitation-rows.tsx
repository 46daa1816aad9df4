import { Button, Skeleton, Stack } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { isProblem } from '#lib/api.ts'
import { EmptyState, ErrorState } from '#ui/states.tsx'
import { InvitationCards } from './invitation-card.tsx'
import { InvitationTable } from './invitation-table.tsx'
import type { useInvitations } from './queries.ts'
import { t } from './texts.ts'
import type { RowsProps } from './use-selection.ts'

type Props = RowsProps & { readonly query: ReturnType<typeof useInvitations>; readonly isFiltered: boolean }

export function InvitationRows({ query, isFiltered, ...rows }: Props) {
  const isWide = useMediaQuery('(min-width: 62em)', true, { getInitialValueInEffect: false })
  if (query.isPending) {
    return (
      <Stack gap={8} aria-hidden="true">
        {[1, 2, 3, 4].map((row) => (
          <Skeleton key={row} height={64} radius="md" />
        ))}
      </Stack>
    )
  }
  if (query.isError && !query.data) {
    const isHidden = isProblem(query.error, 'forbidden') || isProblem(query.error, 'not-found')
    return (
      <ErrorState
        title={t('error.title')}
        text={t(isHidden ? 'error.hidden' : 'error.text')}
        retry={t('error.retry')}
        onRetry={() => void query.refetch()}
      />
    )
  }
  if (rows.invitations.length === 0) {
    const which = isFiltered ? 'filtered' : 'all'
    return <EmptyState title={t(`empty.${which}.title`)} text={t(`empty.${which}.text`)} />
  }
  return (
    <>
      {isWide ? <InvitationTable {...rows} /> : <InvitationCards {...rows} />}
      {query.hasNextPage && (
        <Button variant="default" mt="md" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </>
  )
}
