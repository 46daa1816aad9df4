import { type AccountId, type Chat, type ChatMember, chatEndpoints, groupChatEndpoints } from '@kolosok/contract'
import { Button, Group, Modal, Select, Stack, Text } from '@mantine/core'
import { IconLogout } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '#lib/api.ts'
import { useMe } from '#lib/me.ts'
import { t } from './group-texts.ts'
import { membersQuery } from './queries.ts'

/** Leaving; an owner hands the chat over to a colleague in the same step. */
export function LeaveChat({ chat }: { chat: Chat }) {
  const [isAsking, setAsking] = useState(false)
  if (!chat.abilities.leave) return null
  return (
    <>
      <Button variant="subtle" color="red" leftSection={<IconLogout size={20} />} onClick={() => setAsking(true)}>
        {t('leave')}
      </Button>
      {isAsking && <LeaveDialog chat={chat} onClose={() => setAsking(false)} />}
    </>
  )
}

const isStaff = ({ people }: ChatMember) => people.some(({ role }) => role === 'management' || role === 'teacher')

/** Whom an owner can hand an open chat to; null for everybody else, and for one who is alone in it. */
function heirsOf(chat: Chat, members: readonly ChatMember[], accountId: AccountId): readonly ChatMember[] | null {
  const others = members.filter((member) => member.accountId !== accountId)
  const needsHeir = chat.ownerId === accountId && chat.state === 'open' && others.length > 0
  return needsHeir ? others.filter(isStaff) : null
}

function LeaveDialog({ chat, onClose }: { chat: Chat; onClose: () => void }) {
  const { accountId } = useMe()
  const members = useQuery(membersQuery(chat.id)).data
  const [heir, setHeir] = useState<AccountId | null>(null)
  const heirs = heirsOf(chat, members ?? [], accountId)
  const isStuck = heirs?.length === 0
  const navigate = useNavigate()
  const client = useQueryClient()
  const leave = useMutation({
    mutationFn: async () => {
      const params = { chatId: chat.id }
      if (heirs && heir) await call(groupChatEndpoints.handOver, { params: { ...params, accountId: heir } })
      await call(chatEndpoints.removeMember, { params: { ...params, accountId } })
    },
    onSuccess: async () => {
      await navigate({ to: '/chats' })
      await client.invalidateQueries({ queryKey: ['chats'], exact: true })
    },
  })
  return (
    <Modal opened onClose={onClose} title={t('leave.title')}>
      <Stack>
        <Text>{t(isStuck ? 'leave.heir.none' : 'leave.text')}</Text>
        {heirs && !isStuck && (
          <Select
            label={t('leave.heir')}
            description={t('leave.heir.text')}
            data={heirs.map((member) => ({ value: member.accountId, label: member.people[0]?.name ?? '' }))}
            value={heir}
            onChange={(value) => setHeir(value)}
          />
        )}
        {leave.isError && (
          <Text role="alert" c="var(--danger)">
            {t('failed')}
          </Text>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button
            color="red"
            disabled={members === undefined || (heirs !== null && heir === null)}
            loading={leave.isPending}
            onClick={() => leave.mutate()}
          >
            {t('leave')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
