import type { ApplicationId, OperatorApplication, OrganizationId } from '@kolosok/contract'
import { recordAudit } from '#audit/index.ts'
import { createOrganization, finishStructureChange } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import { type AfterCommit, transact, type Tx } from '#platform/db.ts'
import { accessApplication } from './access.ts'
import type { ApplicationsContext } from './context.ts'
import { tellOperators } from './events.ts'
import { tellContact } from './letters.ts'
import { readForOperator } from './queue.ts'
import { insertStep } from './steps.store.ts'
import { claimForKnown } from './claim.ts'
import { findLeaderless } from './claim.store.ts'
import { type ApplicationRow, factsOf, updateApplication } from './store.ts'

type Decision = { readonly applicationId: ApplicationId; readonly revision: number }
type Reasoned = Decision & { readonly reason: string }
const states = { approve: 'approved', return: 'returned', refuse: 'refused' } as const

/** The organization comes to be, with «Педагоги»; its administrator is whoever proves the application's number. */
export async function approveApplication(
  context: ApplicationsContext,
  actor: Actor,
  decision: Decision,
): Promise<OperatorApplication> {
  return decide(context, actor, { ...decision, action: 'approve', reason: '' })
}

export async function returnApplication(context: ApplicationsContext, actor: Actor, decision: Reasoned) {
  return decide(context, actor, { ...decision, action: 'return' })
}

export async function refuseApplication(context: ApplicationsContext, actor: Actor, decision: Reasoned) {
  return decide(context, actor, { ...decision, action: 'refuse' })
}

type Decided = Reasoned & { readonly action: keyof typeof states }

async function decide(context: ApplicationsContext, actor: Actor, { applicationId: id, ...decided }: Decided) {
  const { action, revision, reason } = decided
  const state = states[action]
  const now = context.clock()
  await transact(context.db, async (tx, afterCommit) => {
    const row = await accessApplication(tx, id, { action, revision })
    const organizationId = action === 'approve' ? await openPlace(context, tx, { actor, row, afterCommit }) : undefined
    await updateApplication(tx, id, { state, now, ...(organizationId && { organizationId }) })
    await insertStep(tx, { applicationId: id, kind: state, reason, accountId: actor.accountId, now })
    await recordAudit(tx, actor, {
      organizationId: organizationId ?? row.organization_id,
      action: `application.${state}`,
      subjectKind: 'application',
      subjectId: id,
    })
    await tellContact(context, tx, state, { id, ...factsOf(row), reason })
    if (action === 'approve') await claimForKnown(context, tx, actor, row.phone, afterCommit)
    await tellOperators(context, tx, afterCommit)
  })
  return readForOperator(context, id)
}

type Opening = { readonly actor: Actor; readonly row: ApplicationRow; readonly afterCommit: AfterCommit }

/**
 * One that was approved before and returned for a wrong number keeps its organization. Where neither the head nor an
 * administrator is left, a new order brings the organization back to whoever it names.
 */
async function openPlace(
  context: ApplicationsContext,
  tx: Tx,
  { actor, row, afterCommit }: Opening,
): Promise<OrganizationId> {
  if (row.organization_id !== null) return row.organization_id
  const { kind, inn, address, organizationName: name, headName, email } = factsOf(row)
  const left = await findLeaderless(tx, inn)
  if (left) return left.id
  const made = await createOrganization(tx, actor, { name, kind, inn, address, headName, email })
  await finishStructureChange(
    context,
    tx,
    actor,
    { organizationId: made.id, groupIds: [made.staffGroupId] },
    afterCommit,
  )
  return made.id
}
