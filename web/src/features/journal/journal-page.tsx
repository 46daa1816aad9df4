import { Anchor, Button, Text } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { OrganizationPage, useOrganization } from '#features/organization-frame/index.ts'
import { t as sayAccesses } from './access-texts.ts'
import { EntryList } from './entry-list.tsx'
import { ExportButton } from './export-button.tsx'
import { Filters } from './filters.tsx'
import { type JournalFilter, journalQuery } from './queries.ts'
import { t } from './texts.ts'

/** Who did what, on whom, when and from which device. */
export function JournalPage() {
  const { id, code } = useOrganization()
  const [filter, setFilter] = useState<JournalFilter>({})
  const journal = useInfiniteQuery(journalQuery(id, filter))
  return (
    <OrganizationPage title={t('title')} lead={t('lead')} actions={<ExportButton filter={filter} />}>
      <Anchor
        renderRoot={(props) => <Link to="/o/$code/accesses" params={{ code }} {...props} />}
        underline="always"
        style={{ alignSelf: 'flex-start' }}
      >
        {sayAccesses('open')}
      </Anchor>
      <Filters filter={filter} onChange={setFilter} />
      <EntryList journal={journal} isFiltered={Object.keys(filter).length > 0} />
      {journal.hasNextPage && (
        <Button variant="subtle" loading={journal.isFetchingNextPage} onClick={() => void journal.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
      <Text role="status" className="mantine-visually-hidden">
        {journal.isFetching ? '' : String(journal.data?.pages.flatMap((page) => page.entries).length ?? '')}
      </Text>
    </OrganizationPage>
  )
}
