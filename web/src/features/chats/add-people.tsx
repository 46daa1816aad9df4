import { type AccountId, type Chat, chatEndpoints, groupChatEndpoints, type Person } from '@kolosok/contract'
import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '#lib/api.ts'
import { badFieldsOf } from './group-problems.ts'
import { t } from './group-texts.ts'
import { PeoplePicker } from './people-picker.tsx'

export function AddPeople({ chat, onClose }: { chat: Chat; onClose: () => void }) {
  const [chosen, setChosen] = useState<readonly Person[]>([])
  const client = useQueryClient()
  const params = { chatId: chat.id }
  const inIt = useQuery({
    queryKey: ['chats', chat.id, 'member-ids'],
    queryFn: async ({ signal }) => (await call(chatEndpoints.members, { params }, signal)).members,
    select: (members) => new Set<AccountId>(members.map(({ accountId }) => accountId)),
    staleTime: 0,
  })
  const add = useMutation({
    mutationFn: () =>
      call(groupChatEndpoints.add, {
        params,
        body: { membershipIds: chosen.map(({ membershipId }) => membershipId) },
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['chats', chat.id] })
      onClose()
    },
  })
  return (
    <Modal opened onClose={onClose} title={t('add.title')}>
      <Stack>
        {chat.organizationId && (
          <PeoplePicker
            organizationId={chat.organizationId}
            chosen={chosen}
            onChange={setChosen}
            {...(inIt.data && { without: inIt.data })}
          />
        )}
        {add.isError && (
          <Text role="alert" c="var(--danger)">
            {badFieldsOf(add.error)?.['membershipIds'] ?? t('add.failed')}
          </Text>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button disabled={chosen.length === 0} loading={add.isPending} onClick={() => add.mutate()}>
            {t('add')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
