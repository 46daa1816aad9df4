import type { ApplicationId, ApplicationState, OperatorApplication, QueuedApplication } from '@kolosok/contract'
import { applicationId } from '@kolosok/contract'
import { AppError } from '#platform/app-error.ts'
import { findOutgoing } from '#platform/outgoing-letters.ts'
import { parsePlace, sayPlace } from '#platform/place.ts'
import { findLeaderless } from './claim.store.ts'
import type { ApplicationsContext } from './context.ts'
import { applicationPolicy } from './policy.ts'
import { countByState, findOrganizationCode, listDuplicates, listQueue, PAGE } from './queue.store.ts'
import { describeOrder } from './status.ts'
import { listSteps } from './steps.store.ts'
import { factsOf, findApplication } from './store.ts'

type Asked = { readonly state: ApplicationState; readonly q?: string | undefined; readonly after?: string | undefined }

export async function readQueue({ db }: ApplicationsContext, { state, q, after }: Asked) {
  const [rows, counts] = await Promise.all([
    listQueue(db, { state, q, after: parsePlace(applicationId, after) }),
    countByState(db),
  ])
  const page = rows.slice(0, PAGE)
  const last = page.at(-1)
  const applications: QueuedApplication[] = page.map((row) => ({ ...row, changedAt: row.changedAt.toISOString() }))
  const next = last && rows.length > PAGE ? sayPlace({ at: last.changedAt, id: last.id }) : null
  return { applications, next, counts }
}

/** What the operator decides on. */
export async function readForOperator({ db }: ApplicationsContext, id: ApplicationId): Promise<OperatorApplication> {
  const row = await findApplication(db, id)
  if (!row) throw new AppError('not-found')
  const facts = { state: row.state, isClaimed: row.claimed_at !== null }
  const may = (action: 'approve' | 'return' | 'refuse') => applicationPolicy[action](facts) === 'allow'
  return {
    id,
    state: row.state,
    revision: row.revision,
    facts: factsOf(row),
    order: await describeOrder(db, row.order_file_id),
    steps: await listSteps(db, id),
    duplicates: await listDuplicates(db, id, row.inn),
    organizationCode: await findOrganizationCode(db, row),
    handsOver:
      row.organization_id === null && may('approve') ? ((await findLeaderless(db, row.inn))?.name ?? null) : null,
    isClaimed: facts.isClaimed,
    letter: await findOutgoing(db, id),
    abilities: {
      approve: may('approve'),
      return: may('return'),
      refuse: may('refuse'),
      makeCode: applicationPolicy.makeCode(facts) === 'allow',
    },
  }
}
