import { type AfterCommit, type Tx } from '#platform/db.ts'
import { publishStale } from '#platform/bus.ts'
import type { ApplicationsContext } from './context.ts'
import { listOperatorIds } from './steps.store.ts'

/** The operators' queue has changed. */
export async function tellOperators({ bus }: ApplicationsContext, tx: Tx, afterCommit: AfterCommit): Promise<void> {
  const operators = await listOperatorIds(tx)
  afterCommit(() => {
    publishStale(bus, operators, 'applications')
  })
}
