import type { Chat } from '@kolosok/contract'
import { Button, Group, Stack } from '@mantine/core'
import { IconCalendarPlus, IconSettings, IconUserPlus } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { AddPeople } from './add-people.tsx'
import { ChatOpening } from './chat-opening.tsx'
import { ChatSettingsDialog } from './chat-settings.tsx'
import { t } from './group-texts.ts'

/** What those do with a chat who keep order in it. */
export function ChatActions({ chat }: { chat: Chat }) {
  const [open, setOpen] = useState<'people' | 'settings' | null>(null)
  const { addMembers, configure, own } = chat.abilities
  const done = () => setOpen(null)
  if (!addMembers && !configure && !own) return null
  return (
    <Stack gap={8} px="md" mb="md">
      {(addMembers || configure) && (
        // Words are never cut: where two do not fit beside each other, one goes below.
        <Group gap={8} grow preventGrowOverflow={false}>
          {addMembers && (
            <Button
              variant="default"
              px="sm"
              leftSection={<IconUserPlus size={20} />}
              onClick={() => setOpen('people')}
            >
              {t('add')}
            </Button>
          )}
          {configure && (
            <Button
              variant="default"
              px="sm"
              leftSection={<IconSettings size={20} />}
              onClick={() => setOpen('settings')}
            >
              {t('settings.open')}
            </Button>
          )}
        </Group>
      )}
      {configure && <PlanMeeting chat={chat} />}
      {own && <ChatOpening chat={chat} />}
      {open === 'people' && <AddPeople chat={chat} onClose={done} />}
      {open === 'settings' && <ChatSettingsDialog chat={chat} onClose={done} />}
    </Stack>
  )
}

function PlanMeeting({ chat }: { chat: Chat }) {
  if (!chat.abilities.startCall) return null
  return (
    <Button
      renderRoot={(props) => <Link to="/calendar" search={{ chat: chat.id }} {...props} />}
      variant="default"
      leftSection={<IconCalendarPlus size={20} />}
    >
      {t('meeting')}
    </Button>
  )
}
