import { type ChildId, type GroupId, groupEndpoints, type JoinRequest, type OrganizationId } from '@kolosok/contract'
import { Alert, Button, Group, Modal, NativeSelect, Radio, Stack, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '#lib/api.ts'
import { newId } from '#lib/new-id.ts'
import { problemOf } from './problems.ts'
import { useAccept } from './queries.ts'
import type { DialogProps } from './refuse-dialog.tsx'
import { t } from './texts.ts'

const NEW = 'new'

/** Whose parent it is, in the same step: a child of that name, or a new one. */
export function AcceptDialog({ organizationId, request, onClose }: DialogProps) {
  const accept = useAccept({ organizationId, joinRequestId: request.id })
  const child = useChild(organizationId, request)
  return (
    <Modal opened onClose={onClose} title={t('accept.title')}>
      <Stack>
        <Text>{t(`accept.text.${request.role}`, { name: request.fullName })}</Text>
        {request.role === 'parent' && <ChildChoice request={request} {...child} />}
        {accept.isError && (
          <Alert color="red" role="alert">
            {problemOf(accept.error)}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button
            loading={accept.isPending}
            disabled={request.role === 'parent' && child.body === null}
            onClick={() => accept.mutate(child.body ?? {}, { onSuccess: onClose })}
          >
            {t('accept')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}

function useChild(organizationId: OrganizationId, request: JoinRequest) {
  const groups = useQuery({
    queryKey: ['join-requests', organizationId, 'groups'],
    queryFn: async ({ signal }) =>
      (await call(groupEndpoints.list, { params: { organizationId }, query: {} }, signal)).groups.filter(
        ({ kind, abilities }) => kind !== 'staff' && abilities.invite,
      ),
    enabled: request.role === 'parent',
    meta: { topics: ['structure'] },
  })
  const [id] = useState(() => newId() as ChildId)
  const [chosen, setChosen] = useState<string>(request.matches[0]?.id ?? NEW)
  const [name, setName] = useState(request.childName)
  const [groupId, setGroupId] = useState<string>(request.groupId ?? '')
  const isNew = chosen === NEW
  const newChild = { id, name: name.trim(), groupId: groupId as GroupId }
  const body = isNew ? (name.trim() !== '' && groupId !== '' ? { newChild } : null) : { childId: chosen as ChildId }
  return { groups: groups.data ?? [], chosen, setChosen, name, setName, groupId, setGroupId, isNew, body }
}

function ChildChoice({ request, ...child }: { request: JoinRequest } & ReturnType<typeof useChild>) {
  return (
    <>
      <Radio.Group label={t('accept.child')} value={child.chosen} onChange={child.setChosen}>
        <Stack gap={4} mt={6}>
          {request.matches.map(({ id, name, group }) => (
            <Radio key={id} size="md" py={8} value={id} label={t('accept.match', { name, group })} />
          ))}
          <Radio size="md" py={8} value={NEW} label={t('accept.new')} />
        </Stack>
      </Radio.Group>
      {child.isNew && (
        <>
          <TextInput
            label={t('accept.name')}
            maxLength={100}
            value={child.name}
            onChange={(event) => child.setName(event.currentTarget.value)}
          />
          <NativeSelect
            size="md"
            label={t('accept.group')}
            value={child.groupId}
            data={[
              { value: '', label: t('accept.group.choose') },
              ...child.groups.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(event) => child.setGroupId(event.currentTarget.value)}
          />
        </>
      )}
    </>
  )
}
