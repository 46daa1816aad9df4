import { type GroupId, nameKey, type RollOver, type RollOverGroup } from '@kolosok/contract'
import { t } from './texts.ts'

/** As a group is called after the roll-over; those that close keep their name. */
export function nameAfter(rollOver: RollOver, groupId: GroupId): string {
  const group = rollOver.groups.find(({ id }) => id === groupId)
  return group?.after?.name ?? group?.name ?? ''
}

/** What becomes of a group, in a sentence. */
export function fateOf(rollOver: RollOver, group: RollOverGroup): string {
  const { id, name, age, toGroupId, after } = group
  if (toGroupId === id) {
    if (!after || (after.name === name && after.age === age)) return t('stays')
    // «Средняя группа», средняя: said once.
    const isSaid = nameKey(after.name).includes(nameKey(after.age))
    return isSaid ? t('becomes', after) : t('becomes.age', after)
  }
  const children = toGroupId === null ? t('graduates') : t('moves', { name: nameAfter(rollOver, toGroupId) })
  return [children, t(after ? 'waits' : 'closes')].join(', ')
}

/** Those who go elsewhere than the group does. */
export function exceptionsOf(rollOver: RollOver, { id, toGroupId, going }: RollOverGroup): string[] {
  return going
    .filter((one) => one.toGroupId !== toGroupId)
    .map(({ toGroupId: to, count }) => {
      if (to === null) return t('some.leave', { count })
      return to === id ? t('some.stay', { count }) : t('some.to', { count, name: nameAfter(rollOver, to) })
    })
}
