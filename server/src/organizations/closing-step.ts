import type { OrganizationId } from '@kolosok/contract'
import type { Actor } from '#platform/actor.ts'
import type { AfterCommit, Tx } from '#platform/db.ts'

type ClosingNow = { readonly organizationId: OrganizationId; readonly at: Date }

/**
 * What of one module ends when an organization closes, in the transaction that closes it. `app.ts` hands them all to
 * whoever closes.
 */
export type ClosingStep = (tx: Tx, actor: Actor, closing: ClosingNow, afterCommit: AfterCommit) => Promise<void>
