import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { NotYet } from '#ui/not-yet.tsx'
import { PageFrame } from '#ui/page-frame.tsx'
import { EmptyState } from '#ui/states.tsx'
import { webinarsQuery } from './queries.ts'
import { t } from './texts.ts'
import { WebinarList } from './webinar-list.tsx'

/** What the platform's operators hold for people like the reader. */
export function WebinarsPage() {
  const query = useInfiniteQuery(webinarsQuery())
  const ahead = query.data?.pages.flatMap((page) => page.ahead) ?? []
  const past = query.data?.pages.flatMap((page) => page.past) ?? []
  return (
    <PageFrame title={t('title')} backTo="/chats">
      <NotYet query={query} />
      {query.data && ahead.length + past.length === 0 && <EmptyState title={t('empty.title')} text={t('empty.text')} />}
      <WebinarList title={t('ahead')} webinars={ahead} to="/webinars/$webinarId" />
      <WebinarList title={t('past')} webinars={past} to="/webinars/$webinarId" />
      {query.hasNextPage && (
        <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </PageFrame>
  )
}
