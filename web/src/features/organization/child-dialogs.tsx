import { Button, Group as Row, Modal, Select, Stack, Text, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type Child, childEndpoints, type Group, type GroupId } from '@kolosok/contract'
import { useQuery } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { useOrganization } from '#features/organization-frame/index.ts'
import { showUndo } from '#ui/show-undo.ts'
import { useChange } from './mutations.ts'
import { badFieldsOf, sentenceOf, showProblem } from './problems.ts'
import { groupsQuery } from './queries.ts'
import { t } from './children-texts.ts'

type Props = { readonly group: Group; readonly child: Child; readonly onClose: () => void }

export function RenameChild({ child, onClose }: Props) {
  const [name, setName] = useState(child.name)
  const rename = useChange(childEndpoints.rename)
  const error = rename.isError && (badFieldsOf(rename.error)?.['name'] ?? sentenceOf(rename.error))
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    rename.mutate({ params: { childId: child.id }, body: { name } }, { onSuccess: onClose })
  }
  return (
    <Modal opened onClose={onClose} title={t('children.rename.title')}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <TextInput
            data-autofocus
            label={t('children.name')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={error}
          />
          <Button type="submit" loading={rename.isPending}>
            {t('save')}
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}

export function MoveChild({ group, child, onClose }: Props) {
  const { id } = useOrganization()
  const groups = useQuery(groupsQuery(id))
  const move = useChange(childEndpoints.move)
  const [to, setTo] = useState<GroupId | null>(null)
  const others = (groups.data ?? []).filter((other) => other.id !== group.id && other.abilities.editChildren)
  const target = others.find((other) => other.id === to)

  const run = (fromGroupId: GroupId, toGroupId: GroupId, onSuccess?: () => void) =>
    move.mutate(
      { params: { childId: child.id }, body: { fromGroupId, toGroupId } },
      { ...(onSuccess && { onSuccess }), onError: showProblem },
    )
  const submit = () => {
    if (!target) return
    run(group.id, target.id, () => {
      onClose()
      const message = t('children.moved', { name: child.name, group: target.name })
      showUndo(message, { label: t('undo'), run: () => run(target.id, group.id) })
    })
  }

  return (
    <Modal opened onClose={onClose} title={t('children.move.title', { name: child.name })}>
      <Stack>
        <Select
          data-autofocus
          label={t('children.move.to')}
          data={others.map((other) => ({ value: other.id, label: other.name }))}
          value={to}
          onChange={(value) => setTo(value)}
        />
        <Text c="dimmed">{t('children.move.text')}</Text>
        <Button disabled={!target} loading={move.isPending} onClick={submit}>
          {t('children.move.do')}
        </Button>
      </Stack>
    </Modal>
  )
}

export function RemoveChild({ group, child, onClose }: Props) {
  const { abilities } = useOrganization()
  const remove = useChange(childEndpoints.remove)
  const enrol = useChange(childEndpoints.enrol)
  const params = { groupId: group.id, childId: child.id }
  const submit = () =>
    remove.mutate(
      { params },
      {
        onSuccess: ({ hasLeft }) => {
          onClose()
          const message = t('children.removed', { name: child.name })
          // Whoever has left is out of the teacher's sight; the administrator brings back.
          if (hasLeft && !abilities.manageStructure) notifications.show({ message })
          else showUndo(message, { label: t('undo'), run: () => enrol.mutate({ params }, { onError: showProblem }) })
        },
        onError: showProblem,
      },
    )
  return (
    <Modal opened onClose={onClose} title={t('children.remove.title', { name: child.name })}>
      <Stack>
        <Text>{t('children.remove.text')}</Text>
        <Row justify="flex-end">
          <Button variant="default" data-autofocus onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button color="red" loading={remove.isPending} onClick={submit}>
            {t('delete')}
          </Button>
        </Row>
      </Stack>
    </Modal>
  )
}
