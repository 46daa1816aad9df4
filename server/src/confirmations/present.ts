import type { Confirmation } from '@kolosok/contract'
import type { ConfirmationRow } from './store.ts'

export function present({ requestedAt, decidedAt, remindedAt, ...row }: ConfirmationRow): Confirmation {
  return {
    ...row,
    requestedAt: requestedAt.toISOString(),
    decidedAt: decidedAt?.toISOString() ?? null,
    remindedAt: remindedAt?.toISOString() ?? null,
  }
}
