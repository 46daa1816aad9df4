import type { DeletionObstacle } from '@kolosok/contract'

export type DeletionFacts = { readonly isMember: boolean; readonly isOperator: boolean }

/** Leaving hands everything over first; an account that still belongs somewhere would leave it ownerless. */
export const deletionPolicy = ({ isMember, isOperator }: DeletionFacts): DeletionObstacle[] => [
  ...(isMember ? (['still-member'] as const) : []),
  ...(isOperator ? (['still-operator'] as const) : []),
]
