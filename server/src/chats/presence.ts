import type { AccountId } from '@kolosok/contract'

/** Whose sockets are open on this node. Ephemeral: told by the realtime module, asked by whoever shows people. */
export type Presence = {
  readonly isOnline: (accountId: AccountId) => boolean
  readonly come: (accountId: AccountId) => void
  readonly go: (accountId: AccountId) => void
}

export function createPresence(): Presence {
  const online = new Set<AccountId>()
  return {
    isOnline: (accountId) => online.has(accountId),
    come: (accountId) => online.add(accountId),
    go: (accountId) => online.delete(accountId),
  }
}
