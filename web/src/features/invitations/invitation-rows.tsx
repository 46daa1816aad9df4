import { Button, Skeleton, Stack } from '@mantine/core'
import { isProblem } from '#lib/api.ts'
import { EmptyState, ErrorState } from '#ui/states.tsx'
import type { Dialog } from './invitation-dialogs.tsx'
import { InvitationRow } from './invitation-row.tsx'
import classes from './invitations.module.css'
import type { useInvitations } from './queries.ts'
import { t } from './texts.ts'

type Query = ReturnType<typeof useInvitations>

export function InvitationRows({
  query,
  isFiltered,
  onDialog,
}: {
  query: Query
  isFiltered: boolean
  onDialog: (dialog: Dialog) => void
}) {
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
  const rows = query.data.pages.flatMap((page) => page.invitations)
  if (rows.length === 0) {
    return isFiltered ? (
      <EmptyState title={t('empty.filtered')} text={t('empty.text')} />
    ) : (
      <EmptyState title={t('empty.title')} text={t('empty.text')} />
    )
  }
  return (
    <>
      <ul className={classes.list}>
        {rows.map((invitation) => (
          <InvitationRow
            key={invitation.id}
            invitation={invitation}
            onShow={() => onDialog({ show: invitation })}
            onRevoke={() => onDialog({ revoke: invitation })}
          />
        ))}
      </ul>
      {query.hasNextPage && (
        <Button variant="default" mt="md" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </>
  )
}
