import type { Notice, OrganizationId } from '@kolosok/contract'
import { Button, SegmentedControl } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { type InfiniteData, useInfiniteQuery, type UseInfiniteQueryResult } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { useCurrentOrganization } from '#lib/current-organization.ts'
import { useFilter } from '#lib/use-filter.ts'
import { EmptyState } from '#ui/states.tsx'
import { NotYet } from '#ui/not-yet.tsx'
import { PageFrame } from '#ui/page-frame.tsx'
import { NoticeCard } from './notice-card.tsx'
import { NoticeEditor } from './notice-editor.tsx'
import { type Box, noticesQuery } from './queries.ts'
import { t } from './texts.ts'

export function NoticesPage() {
  const { organization } = useCurrentOrganization()
  if (!organization) {
    return (
      <PageFrame title={t('title')} backTo="/chats">
        <EmptyState title={t('empty.waiting.title')} text={t('empty.waiting.text')} />
      </PageFrame>
    )
  }
  return <Notices key={organization.id} organizationId={organization.id} />
}

const filter = z.object({ box: z.enum(['waiting', 'past', 'sent']).optional() })

function Notices({ organizationId }: { organizationId: OrganizationId }) {
  const [{ box = 'waiting' }, change] = useFilter(filter)
  const [isNew, setNew] = useState(false)
  const query = useInfiniteQuery(noticesQuery(organizationId, box))
  const rights = query.data?.pages[0]
  const maySend = rights !== undefined && rights.maySendTo.length > 0
  return (
    <PageFrame
      title={t('title')}
      backTo="/chats"
      action={
        maySend && (
          <Button leftSection={<IconPencil size={20} />} onClick={() => setNew(true)}>
            {t('new.short')}
          </Button>
        )
      }
    >
      <SegmentedControl
        fullWidth
        size="md"
        aria-label={t('box')}
        data={boxesFor(maySend || box === 'sent').map((value) => ({ value, label: t(`box.${value}`) }))}
        value={box}
        onChange={(value) => change({ box: value })}
      />
      <Listed box={box} query={query} />
      {isNew && rights && (
        <NoticeEditor organizationId={organizationId} rights={rights} onClose={() => setNew(false)} />
      )}
    </PageFrame>
  )
}

const boxesFor = (maySend: boolean): Box[] => (maySend ? ['waiting', 'past', 'sent'] : ['waiting', 'past'])

type ListedProps = {
  readonly box: Box
  readonly query: UseInfiniteQueryResult<InfiniteData<{ readonly notices: readonly Notice[] }>>
}

function Listed({ box, query }: ListedProps) {
  const notices = query.data?.pages.flatMap((page) => page.notices) ?? []
  return (
    <>
      <NotYet query={query} hidden={t('error.hidden')} />
      {query.data && notices.length === 0 && (
        <EmptyState title={t(`empty.${box}.title`)} text={t(`empty.${box}.text`)} />
      )}
      {notices.map((notice) => (
        <NoticeCard key={notice.id} notice={notice} isSent={box === 'sent'} />
      ))}
      {query.hasNextPage && (
        <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </>
  )
}
