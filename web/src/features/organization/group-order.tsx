import { ActionIcon, Button } from '@mantine/core'
import { type Group, type GroupId, groupEndpoints } from '@kolosok/contract'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useState } from 'react'
import { useOrganization } from '#features/organization-frame/index.ts'
import classes from './groups.module.css'
import { useChange } from './mutations.ts'
import { showProblem } from './problems.ts'
import { t } from './texts.ts'

/** The order of the groups by buttons: it works with a finger, a mouse and a keyboard. */
export function GroupOrder({ groups, onDone }: { groups: readonly Group[]; onDone: () => void }) {
  const { id } = useOrganization()
  const [order, setOrder] = useState<readonly GroupId[]>(() => groups.map((group) => group.id))
  const save = useChange(groupEndpoints.reorder)
  const names = new Map(groups.map((group) => [group.id, group.name]))

  const swap = (index: number) => {
    const [first, second] = [order[index], order[index + 1]]
    if (first && second) setOrder([...order.slice(0, index), second, first, ...order.slice(index + 2)])
  }
  const finish = () =>
    save.mutate(
      { params: { organizationId: id }, body: { groupIds: [...order] } },
      { onSuccess: onDone, onError: showProblem },
    )

  return (
    <div className={classes.table}>
      <ul className={classes.rows}>
        {order.map((groupId, index) => {
          const name = names.get(groupId) ?? ''
          return (
            <li key={groupId} className={classes.archived}>
              <b>{name}</b>
              <ActionIcon.Group>
                <ActionIcon
                  size={44}
                  variant="light"
                  disabled={index === 0}
                  aria-label={t('groups.up', { name })}
                  onClick={() => swap(index - 1)}
                >
                  <IconArrowUp size={20} />
                </ActionIcon>
                <ActionIcon
                  size={44}
                  variant="light"
                  disabled={index === order.length - 1}
                  aria-label={t('groups.down', { name })}
                  onClick={() => swap(index)}
                >
                  <IconArrowDown size={20} />
                </ActionIcon>
              </ActionIcon.Group>
            </li>
          )
        })}
        <li className={classes.archived}>
          <Button loading={save.isPending} onClick={finish}>
            {t('groups.order.done')}
          </Button>
          <Button variant="default" onClick={onDone}>
            {t('cancel')}
          </Button>
        </li>
      </ul>
    </div>
  )
}
