import { Button } from '@mantine/core'
import type { MembershipId } from '@kolosok/contract'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useOrganization } from '#features/organization-frame/index.ts'
import { EntryList } from './entry-list.tsx'
import { journalQuery } from './queries.ts'
import { t } from './texts.ts'

/** What was done to one person, from the journal. */
export function PersonHistory({ about }: { about: MembershipId }) {
  const { id } = useOrganization()
  const journal = useInfiniteQuery(journalQuery(id, { about }))
  return (
    <>
      <EntryList journal={journal} isFiltered />
      {journal.hasNextPage && (
        <Button variant="subtle" loading={journal.isFetchingNextPage} onClick={() => void journal.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </>
  )
}
