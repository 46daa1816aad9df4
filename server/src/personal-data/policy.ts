import type { DeletionObstacle } from '@kolosok/contract'

export type ExportFacts = {
  readonly isOwner: boolean
  readonly state: 'waiting' | 'ready' | 'failed' | 'over'
}

export const exportPolicy = {
  /** Somebody else's archive is not there, whoever asks. */
  read: ({ isOwner, state }: ExportFacts): 'allow' | 'not-found' =>
    isOwner && state === 'ready' ? 'allow' : 'not-found',
}

export type DeletionFacts = { readonly isMember: boolean; readonly isOperator: boolean }

/** Leaving hands everything over first; an account that still belongs somewhere would leave it ownerless. */
export const deletionPolicy = ({ isMember, isOperator }: DeletionFacts): DeletionObstacle[] => [
  ...(isMember ? (['still-member'] as const) : []),
  ...(isOperator ? (['still-operator'] as const) : []),
]
