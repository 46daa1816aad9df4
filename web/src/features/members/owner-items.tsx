import { type Chat, type ChatMember, groupChatEndpoints } from '@kolosok/contract'
import { Menu } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconShield, IconShieldOff, IconTransfer } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '#lib/api.ts'
import { t } from './group-texts.ts'

/** What the owner of a chat does with a colleague in it. */
export function OwnerItems({ chat, member }: { chat: Chat; member: ChatMember }) {
  const client = useQueryClient()
  const isStaff = member.people.some(({ role }) => role === 'management' || role === 'teacher')
  const params = { chatId: chat.id, accountId: member.accountId }
  const settings = {
    onSuccess: () => client.invalidateQueries({ queryKey: ['chats'] }),
    onError: () => notifications.show({ message: t('failed'), color: 'red' }),
  }
  const appoint = useMutation({ mutationFn: () => call(groupChatEndpoints.appoint, { params }), ...settings })
  const dismiss = useMutation({ mutationFn: () => call(groupChatEndpoints.dismiss, { params }), ...settings })
  const handOver = useMutation({ mutationFn: () => call(groupChatEndpoints.handOver, { params }), ...settings })
  if (!chat.abilities.own || chat.state !== 'open' || !isStaff) return null
  return (
    <>
      {member.role === 'member' ? (
        <Menu.Item leftSection={<IconShield size={18} />} onClick={() => appoint.mutate()}>
          {t('moderator.appoint')}
        </Menu.Item>
      ) : (
        <Menu.Item leftSection={<IconShieldOff size={18} />} onClick={() => dismiss.mutate()}>
          {t('moderator.dismiss')}
        </Menu.Item>
      )}
      <Menu.Item leftSection={<IconTransfer size={18} />} onClick={() => handOver.mutate()}>
        {t('hand-over')}
      </Menu.Item>
    </>
  )
}
