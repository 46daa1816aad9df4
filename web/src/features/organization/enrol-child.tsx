import { Button, Modal, Select, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { childEndpoints, type ChildId, type GroupId } from '@kolosok/contract'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useOrganization } from '#features/organization-frame/index.ts'
import { useChange } from './mutations.ts'
import { showProblem } from './problems.ts'
import { groupsQuery } from './queries.ts'
import { t } from './children-texts.ts'

type Props = {
  readonly child: { readonly id: ChildId; readonly name: string }
  readonly why: 'club' | 'return'
  /** Where the child is already. */
  readonly notInto: readonly GroupId[]
  /** What is chosen to begin with, where it may be. */
  readonly suggested?: GroupId
  readonly onClose: () => void
}

/** Into one more group, or back into one. */
export function EnrolChild({ child, why, notInto, suggested, onClose }: Props) {
  const { id } = useOrganization()
  const groups = useQuery(groupsQuery(id))
  const enrol = useChange(childEndpoints.enrol)
  const [chosen, setChosen] = useState<GroupId | null>(null)
  const open = (groups.data ?? []).filter((group) => group.abilities.editChildren && !notInto.includes(group.id))
  const target = open.find((group) => group.id === (chosen ?? suggested))

  const submit = () => {
    if (!target) return
    enrol.mutate(
      { params: { childId: child.id, groupId: target.id } },
      {
        onSuccess: () => {
          onClose()
          notifications.show({ message: t(`children.${why}.done`, { name: child.name, group: target.name }) })
        },
        onError: showProblem,
      },
    )
  }

  return (
    <Modal opened onClose={onClose} title={t(`children.${why}.title`, { name: child.name })}>
      <Stack>
        <Select
          data-autofocus
          label={t('children.move.to')}
          nothingFoundMessage={t('children.enrol.no-groups')}
          data={open.map((group) => ({ value: group.id, label: group.name }))}
          value={target?.id ?? null}
          onChange={(value) => setChosen(value)}
        />
        <Text c="dimmed">{t(`children.${why}.text`)}</Text>
        <Button disabled={!target} loading={enrol.isPending} onClick={submit}>
          {t(`children.${why}.do`)}
        </Button>
      </Stack>
    </Modal>
  )
}
