import type { Chat } from '@kolosok/contract'
import { Modal, Skeleton, Stack } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { EmptyState, ErrorState } from '#ui/states.tsx'
import { scheduledQuery } from './queries.ts'
import { ScheduledRow } from './scheduled-row.tsx'
import { t } from './texts.ts'
import { PUT_BY } from './use-later.ts'

/** What one has put by in this chat, the next one first. */
export function ScheduledDialog({ chat, onClose }: { readonly chat: Chat; readonly onClose: () => void }) {
  const isPhone = useMediaQuery('(max-width: 48em)')
  useEffect(() => {
    notifications.hide(PUT_BY)
  }, [])
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('title')}
      size="lg"
      fullScreen={isPhone}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <List chat={chat} />
    </Modal>
  )
}

function List({ chat }: { readonly chat: Chat }) {
  const query = useQuery(scheduledQuery(chat.id))
  if (query.isPending) return <Skeleton height={120} radius="md" role="status" aria-label={t('loading')} />
  if (query.isError && !query.data) {
    return (
      <ErrorState
        title={t('error.title')}
        text={t('error.text')}
        retry={t('error.retry')}
        onRetry={() => void query.refetch()}
      />
    )
  }
  if (query.data.length === 0) return <EmptyState title={t('empty.title')} text={t('empty.text')} />
  return (
    <Stack component="ul" gap="sm" p={0} m={0}>
      {query.data.map((one) => (
        <ScheduledRow key={one.id} chat={chat} scheduled={one} />
      ))}
    </Stack>
  )
}
