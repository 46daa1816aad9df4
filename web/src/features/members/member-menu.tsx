import type { Chat, ChatMember, OrganizationId } from '@kolosok/contract'
import { ActionIcon, Button, Group, Menu, Modal, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconDots, IconMessageCircle, IconUserMinus } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useOpenDirectChat } from '#features/chats/index.ts'
import { useIsClosed } from '#lib/current-organization.ts'
import { OwnerItems } from './owner-items.tsx'
import { useRemoveMember } from './queries.ts'
import { t } from './texts.ts'

type Props = { readonly member: ChatMember; readonly chat: Chat }

export function MemberMenu({ member, chat }: Props) {
  const [isRemoving, setRemoving] = useState(false)
  const isClosed = useIsClosed(chat.organizationId)
  const name = member.people[0]?.name ?? ''
  return (
    <>
      <Menu position="bottom-end" shadow="md" radius="md" width={220}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={44} aria-label={t('actions', { name })}>
            <IconDots size={20} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {chat.organizationId && !isClosed && <WriteItem member={member} organizationId={chat.organizationId} />}
          <OwnerItems chat={chat} member={member} />
          {chat.abilities.removeMember && chat.ownerId !== member.accountId && (
            <Menu.Item color="red" leftSection={<IconUserMinus size={18} />} onClick={() => setRemoving(true)}>
              {t('remove')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {isRemoving && <RemoveDialog chat={chat} member={member} name={name} onClose={() => setRemoving(false)} />}
    </>
  )
}

function WriteItem({ member, organizationId }: { member: ChatMember; organizationId: OrganizationId }) {
  const open = useOpenDirectChat(organizationId)
  const navigate = useNavigate()
  const [person] = member.people
  if (!person) return null
  const write = () =>
    open.mutate(person.membershipId, {
      onSuccess: ({ id }) => void navigate({ to: '/chats/$chatId', params: { chatId: id } }),
      onError: () => notifications.show({ message: t('write.failed'), color: 'red' }),
    })
  return (
    <Menu.Item leftSection={<IconMessageCircle size={18} />} onClick={write}>
      {t('write')}
    </Menu.Item>
  )
}

function RemoveDialog({ chat, member, name, onClose }: Props & { name: string; onClose: () => void }) {
  const remove = useRemoveMember(chat.id)
  return (
    <Modal opened onClose={onClose} title={t('remove.title')}>
      <Text>{t('remove.text', { name })}</Text>
      {remove.isError && (
        <Text role="alert" c="var(--danger)" mt="xs">
          {t('remove.failed')}
        </Text>
      )}
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button
          color="red"
          loading={remove.isPending}
          onClick={() => remove.mutate(member.accountId, { onSuccess: onClose })}
        >
          {t('remove')}
        </Button>
      </Group>
    </Modal>
  )
}
