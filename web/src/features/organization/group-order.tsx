import { ActionIcon, Button } from '@mantine/core'
import { type Group, groupEndpoints } from '@kolosok/contract'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useState } from 'react'
import { useOrganization } from '#features/organization-frame/index.ts'
import { inTree } from './group-tree.ts'
import classes from './groups.module.css'
import { useChange } from './mutations.ts'
import { showProblem } from './problems.ts'
import { t } from './group-texts.ts'

/** The order of the groups by buttons: it works with a finger, a mouse and a keyboard. */
export function GroupOrder({ groups, onDone }: { groups: readonly Group[]; onDone: () => void }) {
  const { id } = useOrganization()
  const [order, setOrder] = useState(() => inTree(groups).map(({ group }) => group))
  const save = useChange(groupEndpoints.reorder)
  const placed = inTree(order)

  /** Those that lie in the same group change places; what lies in them follows. */
  const swap = (one: Group, other: Group) => {
    setOrder(order.map((group) => (group === one ? other : group === other ? one : group)))
  }
  const finish = () =>
    save.mutate(
      { params: { organizationId: id }, body: { groupIds: placed.map(({ group }) => group.id) } },
      { onSuccess: onDone, onError: showProblem },
    )

  return (
    <div className={classes.table}>
      <ul className={classes.rows}>
        {placed.map(({ group, depth }) => {
          const { name } = group
          const beside = placed.map((one) => one.group).filter(({ parentId }) => parentId === group.parentId)
          const index = beside.indexOf(group)
          const [above, below] = [beside[index - 1], beside[index + 1]]
          return (
            <li key={group.id} className={classes.archived} data-depth={depth || undefined}>
              <b className={classes.name}>{name}</b>
              <ActionIcon.Group>
                <ActionIcon
                  size={44}
                  variant="light"
                  disabled={!above}
                  aria-label={t('groups.up', { name })}
                  onClick={() => above && swap(above, group)}
                >
                  <IconArrowUp size={20} />
                </ActionIcon>
                <ActionIcon
                  size={44}
                  variant="light"
                  disabled={!below}
                  aria-label={t('groups.down', { name })}
                  onClick={() => below && swap(group, below)}
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
