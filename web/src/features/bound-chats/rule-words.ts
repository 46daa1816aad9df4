import type { BoundChat, GroupId, RulePart } from '@kolosok/contract'
import { t } from './texts.ts'

export type NamedGroup = { readonly id: GroupId; readonly name: string }

/** «Педагоги, должность: логопед; Родители, группы: Ромашка». */
export function ruleInWords({ boundTo, standard, parts }: BoundChat, groups: readonly NamedGroup[]): string {
  if (standard) return t(`standard.${standard}`)
  if (boundTo === 'staff') return t('staff')
  return parts.map((part) => partInWords(part, groups)).join('; ')
}

function partInWords(part: RulePart, groups: readonly NamedGroup[]): string {
  const named = 'groupIds' in part ? groups.filter(({ id }) => part.groupIds.includes(id)) : []
  const positions = part.kind === 'teachers' ? part.positions : []
  return [
    t(`part.${part.kind}`),
    ...(positions.length > 0 ? [t('part.positions', { positions: positions.join(', ') })] : []),
    ...(named.length > 0 ? [t('part.groups', { groups: named.map(({ name }) => name).join(', ') })] : []),
  ].join(', ')
}
