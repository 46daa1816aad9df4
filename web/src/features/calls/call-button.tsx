import type { Chat, Installation } from '@kolosok/contract'
import { Button, Popover, Text } from '@mantine/core'
import { IconVideo } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useIsClosed } from '#lib/current-organization.ts'
import { installationQuery } from '#lib/installation.ts'
import classes from './button.module.css'
import { openCall, useCurrentCall } from './current-call.ts'
import { preloadCalls } from './preload.ts'
import { useCallIn } from './queries.ts'
import { t } from './texts.ts'

type Props = { readonly chat: Chat; readonly title: string }

/** In the chat's header. Where there is nothing to start it says why; in an archive or a closed organization nobody looks for it. */
export function CallButton({ chat, title }: Props) {
  const { data: installation } = useQuery(installationQuery())
  const running = useCallIn(chat.id)
  const current = useCurrentCall()
  const isClosed = useIsClosed(chat.organizationId)
  if (chat.kind === 'saved' || chat.isArchived || isClosed) return null

  const label = running ? t('join') : t(chat.kind === 'group' ? 'start.group' : 'start')
  const why = whyNot(chat, running, installation)
  const button = {
    'variant': 'light',
    'radius': 'md',
    'className': classes.button ?? '',
    'leftSection': <IconVideo size={22} stroke={1.8} />,
    'aria-label': label,
    'title': label,
    'children': running ? label : t('button'),
  } as const
  if (why) {
    return (
      <Popover width={300} position="bottom-end" withArrow shadow="md">
        <Popover.Target>
          <Button {...button} color="gray" data-why />
        </Popover.Target>
        <Popover.Dropdown role="status">
          <Text size="sm">{why}</Text>
        </Popover.Dropdown>
      </Popover>
    )
  }
  return (
    <Button
      {...button}
      disabled={current !== null}
      onPointerEnter={preloadCalls}
      onFocus={preloadCalls}
      onClick={() =>
        openCall({ chatId: chat.id, chatKind: chat.kind, title, callId: running?.id ?? null, entry: 'check' })
      }
    />
  )
}

type Running = { readonly isRemoved: boolean } | undefined

function whyNot(chat: Chat, running: Running, installation: Installation | undefined): string | null {
  if (chat.state === 'read-only') return t('read-only')
  if (running?.isRemoved) return t('banner.removed')
  if (!running && !chat.abilities.startCall) return t(chat.kind === 'group' ? 'forbidden.group' : 'forbidden')
  if (installation && installation.calls.trouble !== null) return t(`unavailable.${installation.calls.trouble}`)
  return 'mediaDevices' in navigator || 'RTCPeerConnection' in window ? null : t('unavailable.insecure')
}
