import type { Confirmation, ConfirmationId, OrganizationId } from '@kolosok/contract'
import { recordAudit } from '#audit/index.ts'
import { listMemberships, type Membership } from '#memberships/index.ts'
import { accessOrganization } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import { publishStale } from '#platform/bus.ts'
import type { Context } from '#platform/context.ts'
import { type Db, transact } from '#platform/db.ts'
import { present } from './present.ts'
import { findConfirmation, findLast, insertConfirmation, listDeciders } from './store.ts'

/** One's own staff membership here; the one that still needs confirming, if there are two. */
async function findStaffMembership(
  db: Db,
  actor: Actor,
  organizationId: OrganizationId,
): Promise<{ membership: Membership | undefined; isClosed: boolean }> {
  const { isClosed } = await accessOrganization(db, actor, organizationId, 'see')
  const own = await listMemberships(db, { organizationId, accountId: actor.accountId })
  const staff = own.filter(({ role }) => role === 'teacher' || role === 'management')
  return { membership: staff.find((membership) => !membership.isConfirmed) ?? staff[0], isClosed }
}

export async function getOwnConfirmation({ db }: Context, actor: Actor, organizationId: OrganizationId) {
  const { membership, isClosed } = await findStaffMembership(db, actor, organizationId)
  const last = membership && (await findLast(db, membership.id))
  return {
    canAsk: !isClosed && membership !== undefined && !membership.isConfirmed && last?.state !== 'requested',
    isConfirmed: membership?.isConfirmed ?? false,
    position: membership?.position ?? '',
    last: last ? present(last) : null,
  }
}

export async function askForConfirmation(
  context: Context,
  actor: Actor,
  { organizationId, confirmationId, ...words }: Request,
): Promise<Confirmation> {
  return transact(context.db, async (tx, afterCommit) => {
    const { membership } = await findStaffMembership(tx, actor, organizationId)
    if (!membership) throw new AppError('forbidden')
    const there = await findConfirmation(tx, confirmationId)
    if (there) return present(requireOwn(there, membership))
    if (membership.isConfirmed) throw new AppError('already-confirmed')

    const request = { id: confirmationId, organizationId, membershipId: membership.id, requestedAt: context.clock() }
    const isNew = await insertConfirmation(tx, { ...request, ...words })
    const made = await findConfirmation(tx, confirmationId)
    if (!made) throw new AppError('confirmation-waiting')
    requireOwn(made, membership)
    if (isNew) {
      await recordAudit(tx, actor, {
        organizationId,
        action: 'confirmation.requested',
        subjectKind: 'membership',
        subjectId: membership.id,
      })
      const deciders = await listDeciders(tx, organizationId)
      afterCommit(() => {
        publishStale(context.bus, [...deciders, actor.accountId], 'confirmations')
      })
    }
    return present(made)
  })
}

type Request = {
  readonly organizationId: OrganizationId
  readonly confirmationId: ConfirmationId
  readonly position: string
  readonly howToCheck: string
  readonly word: string
}

/** A retry finds its own request; anybody else's id is nobody's business. */
function requireOwn<Row extends { membershipId: string }>(row: Row, membership: Membership): Row {
  if (row.membershipId !== membership.id) throw new AppError('not-found')
  return row
}
