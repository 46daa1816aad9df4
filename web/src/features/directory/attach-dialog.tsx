import { Button, Modal, SegmentedControl, Select, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type Duty, duty as duties, groupEndpoints, type GroupId, type ListedPerson } from '@kolosok/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { groupsQuery } from '#features/organization/index.ts'
import { useOrganization } from '#features/organization-frame/index.ts'
import { call } from '#lib/api.ts'
import { refetchTopics } from '#lib/query-client.ts'
import { t } from './texts.ts'

type Props = { readonly people: readonly ListedPerson[]; readonly onClose: () => void }

/** Several of the staff to one group. */
export function AttachDialog({ people, onClose }: Props) {
  const { id } = useOrganization()
  const client = useQueryClient()
  const groups = useQuery(groupsQuery(id))
  const [groupId, setGroupId] = useState<GroupId | null>(null)
  const [duty, setDuty] = useState<Duty>('specialist')
  const attach = useMutation({
    mutationFn: (chosen: GroupId) =>
      call(groupEndpoints.attachTeachers, {
        params: { groupId: chosen },
        body: { membershipIds: people.map(({ person }) => person.membershipId), duty },
      }),
    onSuccess: ({ name }) => {
      refetchTopics(client, ['structure'])
      notifications.show({ message: t('attach.done', { count: people.length, group: name }) })
      onClose()
    },
  })
  return (
    <Modal opened onClose={onClose} title={t('attach.title')}>
      <Stack>
        <Text>{people.map(({ fullName }) => fullName).join(', ')}</Text>
        <Select
          data-autofocus
          label={t('group')}
          data={(groups.data ?? [])
            .filter(({ abilities }) => abilities.assignTeachers)
            .map(({ id: value, name }) => ({ value, label: name }))}
          value={groupId}
          onChange={setGroupId}
          searchable
          nothingFoundMessage={t('group.nobody')}
        />
        <SegmentedControl
          fullWidth
          aria-label={t('attach.duty')}
          value={duty}
          onChange={setDuty}
          data={duties.options.map((value) => ({ value, label: t(`duty.${value}`) }))}
        />
        {attach.isError && (
          <Text role="alert" c="var(--danger)">
            {t('attach.failed')}
          </Text>
        )}
        <Button
          disabled={groupId === null}
          loading={attach.isPending}
          onClick={() => groupId && attach.mutate(groupId)}
        >
          {t('attach.do')}
        </Button>
      </Stack>
    </Modal>
  )
}
