import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { NotYet } from '#ui/not-yet.tsx'
import { PageFrame } from '#ui/page-frame.tsx'
import { EmptyState } from '#ui/states.tsx'
import { PlanEditor } from './plan-editor.tsx'
import { plansQuery } from './plan-queries.ts'
import { p } from './plan-texts.ts'
import { WebinarList } from './webinar-list.tsx'

/** All of them, drafts first, as operators look after them. */
export function PlansPage() {
  const query = useInfiniteQuery(plansQuery())
  const [isNew, setNew] = useState(false)
  const ahead = query.data?.pages.flatMap((page) => page.ahead) ?? []
  const past = query.data?.pages.flatMap((page) => page.past) ?? []
  return (
    <PageFrame
      title={p('title')}
      backTo={(props) => <Link to="/operator" {...props} />}
      action={
        <Button leftSection={<IconPlus size={20} />} onClick={() => setNew(true)}>
          {p('new.short')}
        </Button>
      }
    >
      <NotYet query={query} />
      {query.data && ahead.length + past.length === 0 && <EmptyState title={p('empty.title')} text={p('empty.text')} />}
      <WebinarList
        title={p('drafts')}
        webinars={ahead.filter(({ state }) => state === 'draft')}
        to="/operator/webinars/$webinarId"
      />
      <WebinarList
        title={p('ahead')}
        webinars={ahead.filter(({ state }) => state !== 'draft')}
        to="/operator/webinars/$webinarId"
      />
      <WebinarList title={p('past')} webinars={past} to="/operator/webinars/$webinarId" />
      {query.hasNextPage && (
        <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {p('more')}
        </Button>
      )}
      {isNew && <PlanEditor onClose={() => setNew(false)} />}
    </PageFrame>
  )
}
