import { NativeSelect, Skeleton, Text } from '@mantine/core'
import { type ChildId, type GroupId, type RollOver, rollOverEndpoints, type RollOverGroup } from '@kolosok/contract'
import { useQuery } from '@tanstack/react-query'
import { call } from '#lib/api.ts'
import { sentenceOf } from './faults.ts'
import { plannedChildrenQuery, useRollOverChange } from './queries.ts'
import classes from './roll-overs.module.css'
import { t } from './texts.ts'
import { nameAfter } from './ways.ts'

type Way = { readonly childId: ChildId; readonly to: string }
const AS_GROUP = 'as-group'
const LEAVES = 'leaves'

/** Each child of a group, and where to; one may go otherwise than the group. */
export function PlannedChildren({ rollOver, group }: { rollOver: RollOver; group: RollOverGroup }) {
  const { id: rollOverId, groups } = rollOver
  const children = useQuery(plannedChildrenQuery(rollOverId, group.id))
  const plan = useRollOverChange(({ childId, to }: Way) => {
    const params = { rollOverId, groupId: group.id, childId }
    if (to === AS_GROUP) return call(rollOverEndpoints.unplanChild, { params })
    const toGroupId = groups.find(({ id }) => id === to)?.id ?? null
    return call(rollOverEndpoints.planChild, { params, body: { toGroupId } })
  })
  const wayOf = (toGroupId: GroupId | null) => (toGroupId === null ? t('child.leaves') : nameAfter(rollOver, toGroupId))
  const places = groups.filter(({ id, after }) => after && id !== group.toGroupId)
  const options = [
    { value: AS_GROUP, label: `${t('child.as-group')}: ${wayOf(group.toGroupId)}` },
    ...places.map(({ id }) => ({ value: id, label: nameAfter(rollOver, id) })),
    ...(group.toGroupId === null ? [] : [{ value: LEAVES, label: t('child.leaves') }]),
  ]
  if (!children.data) return <Skeleton height={120} className={classes.children} />
  return (
    <ul className={classes.children}>
      {plan.isError && (
        <Text component="li" role="alert" c="var(--danger)">
          {sentenceOf(plan.error)}
        </Text>
      )}
      {children.data.map(({ id, name, toGroupId, isException }) => (
        <li key={id} data-exception={isException || undefined}>
          <span>{name}</span>
          <NativeSelect
            size="md"
            aria-label={t('child.way', { name })}
            data={options}
            value={isException ? (toGroupId ?? LEAVES) : AS_GROUP}
            disabled={plan.isPending}
            onChange={(event) => plan.mutate({ childId: id, to: event.currentTarget.value })}
          />
        </li>
      ))}
    </ul>
  )
}
