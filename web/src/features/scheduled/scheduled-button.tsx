import type { Chat } from '@kolosok/contract'
import { ActionIcon, Indicator } from '@mantine/core'
import { IconCalendarTime } from '@tabler/icons-react'
import { t } from './texts.ts'

/** In the line one writes in: that something waits, or could not be sent. Nothing, where nothing is put by. */
export function ScheduledButton({ chat, onOpen }: { readonly chat: Chat; readonly onOpen: () => void }) {
  const { waiting, refused } = chat.scheduled
  if (waiting + refused === 0) return null
  const label = refused > 0 ? t('open.refused', { count: refused }) : t('open.waiting', { count: waiting })
  return (
    <Indicator
      label={refused > 0 ? '!' : waiting}
      color={refused > 0 ? 'red' : 'cornflower'}
      size={17}
      offset={9}
      styles={{ indicator: { pointerEvents: 'none' } }}
    >
      <ActionIcon variant="subtle" color="gray" size={44} aria-label={label} title={label} onClick={onOpen}>
        <IconCalendarTime size={24} stroke={1.7} />
      </ActionIcon>
    </Indicator>
  )
}
