import type { AccountId, GroupId, OrganizationId } from '@kolosok/contract'
import type { Actor } from '#platform/actor.ts'
import { publishStale } from '#platform/bus.ts'
import type { Context } from '#platform/context.ts'
import type { AfterCommit, Tx } from '#platform/db.ts'
import { listStaffAccounts } from './store.ts'
import type { StructurePort, YearChange } from './structure-port.ts'

export type StructureContext = Context & { readonly structure: StructurePort }

type Finished = {
  readonly organizationId: OrganizationId
  readonly groupIds: readonly GroupId[]
  /** Those besides the staff whose own place here has changed: parents of a child that moved. */
  readonly accountIds?: readonly AccountId[]
  readonly year?: YearChange
}

/** Ends a transaction that changed the structure: what is bound to it follows, open screens are told. */
export async function finishStructureChange(
  { structure, bus }: StructureContext,
  tx: Tx,
  actor: Pick<Actor, 'accountId'>,
  { organizationId, groupIds, accountIds = [], year }: Finished,
  afterCommit: AfterCommit,
): Promise<void> {
  if (groupIds.length + accountIds.length > 0) {
    const change = { organizationId, groupIds, accountIds, ...(year && { year }) }
    await structure.changed(tx, actor, change, afterCommit)
  }
  const staff = await listStaffAccounts(tx, organizationId)
  afterCommit(() => {
    publishStale(bus, [...new Set([...staff, ...accountIds])], 'structure')
  })
}
