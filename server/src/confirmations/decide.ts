import type { Confirmation, ConfirmationId, OrganizationId } from '@kolosok/contract'
import { recordAudit } from '#audit/index.ts'
import { setConfirmation, listTaughtGroups } from '#memberships/index.ts'
import { lockOrganization, type StructurePort } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import { publishStale } from '#platform/bus.ts'
import type { Context } from '#platform/context.ts'
import { type AfterCommit, transact, type Tx } from '#platform/db.ts'
import { accessConfirmation, type ClearedConfirmation } from './access.ts'
import { present } from './present.ts'
import { findConfirmation, listDeciders, lockConfirmation, updateConfirmationState } from './store.ts'

type Where = { readonly organizationId: OrganizationId; readonly confirmationId: ConfirmationId }

export async function confirm(
  context: Context,
  structure: StructurePort,
  actor: Actor,
  { position, ...where }: Where & { position?: string | undefined },
): Promise<Confirmation> {
  return decide(context, actor, where, 'confirm', async (tx, request, afterCommit) => {
    const decided = { state: 'confirmed', reason: '', position, at: context.clock(), by: actor.accountId } as const
    await updateConfirmationState(tx, request.id, decided)
    const { membershipId: id, organizationId } = request
    const now = context.clock()
    await setConfirmation(tx, actor, {
      membership: { id, organizationId },
      isConfirmed: true,
      position: position ?? request.position,
      now,
    })
    await followGroups(tx, structure, actor, request, afterCommit)
  })
}

export async function refuse(
  context: Context,
  actor: Actor,
  { reason, ...where }: Where & { reason: string },
): Promise<Confirmation> {
  return decide(context, actor, where, 'refuse', async (tx, request) => {
    const decided = { state: 'refused', reason, at: context.clock(), by: actor.accountId } as const
    await updateConfirmationState(tx, request.id, decided)
    await recordAudit(tx, actor, {
      organizationId: request.organizationId,
      action: 'confirmation.refused',
      subjectKind: 'membership',
      subjectId: request.membershipId,
    })
  })
}

/** The asker takes the request back, or the management the confirmation: what it gave ends at once. */
export async function withdraw(
  context: Context,
  structure: StructurePort,
  actor: Actor,
  { reason, ...where }: Where & { reason: string },
): Promise<Confirmation> {
  return decide(context, actor, where, 'withdraw', async (tx, request, afterCommit) => {
    const decided = { state: 'withdrawn', reason, at: context.clock(), by: actor.accountId } as const
    await updateConfirmationState(tx, request.id, decided)
    const { membershipId: id, organizationId } = request
    if (request.state === 'requested') {
      await recordAudit(tx, actor, {
        organizationId,
        action: 'confirmation.withdrawn',
        subjectKind: 'membership',
        subjectId: id,
      })
      return
    }
    await setConfirmation(tx, actor, { membership: { id, organizationId }, isConfirmed: false, now: context.clock() })
    await followGroups(tx, structure, actor, request, afterCommit)
  })
}

const outcome = { confirm: 'confirmed', refuse: 'refused', withdraw: 'withdrawn' } as const
type Work = (tx: Tx, request: ClearedConfirmation, afterCommit: AfterCommit) => Promise<void>

/** What all decisions share: one at a time, the same again changes nothing, and everybody concerned hears of it. */
async function decide(context: Context, actor: Actor, where: Where, action: keyof typeof outcome, work: Work) {
  return transact(context.db, async (tx, afterCommit) => {
    await lockConfirmation(tx, where.confirmationId)
    // A teacher who is being attached to a group right now must be found there.
    await lockOrganization(tx, where.organizationId)
    const request = await accessConfirmation(tx, actor, where, action)
    if (request.state !== outcome[action]) {
      await work(tx, request, afterCommit)
      const deciders = await listDeciders(tx, request.organizationId)
      afterCommit(() => {
        publishStale(context.bus, deciders, 'confirmations', 'structure')
        publishStale(context.bus, [request.accountId], 'confirmations', 'account', 'structure')
      })
    }
    const row = await findConfirmation(tx, request.id)
    if (!row) throw new AppError('not-found')
    return present(row)
  })
}

async function followGroups(
  tx: Tx,
  structure: StructurePort,
  actor: Actor,
  { membershipId, organizationId, accountId }: ClearedConfirmation,
  afterCommit: AfterCommit,
): Promise<void> {
  const groupIds = await listTaughtGroups(tx, membershipId)
  await structure.changed(tx, actor, { organizationId, groupIds, accountIds: [accountId] }, afterCommit)
}
