import type { OrganizationId, PhoneChange } from '@kolosok/contract'
import { accessOrganization } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Context } from '#platform/context.ts'
import { findOutgoingOf } from '#platform/outgoing-letters.ts'
import { listOpenChanges } from './list.store.ts'
import { type PhoneChangeAction, phoneChangePolicy } from './policy.ts'

/** What waits in one organization; for operators (null) everywhere. */
export async function getPhoneChanges(
  { db }: Pick<Context, 'db'>,
  actor: Actor,
  organizationId: OrganizationId | null,
): Promise<{ changes: PhoneChange[] }> {
  if (organizationId !== null) await accessOrganization(db, actor, organizationId, 'decidePhoneChanges')
  const rows = await listOpenChanges(db, organizationId)
  const letters = await findOutgoingOf(
    db,
    rows.map(({ id }) => id),
  )
  return {
    changes: rows.map((row) => ({ ...present(row, actor, organizationId), letter: letters.get(row.id) ?? null })),
  }
}

type Row = Awaited<ReturnType<typeof listOpenChanges>>[number]

function present(row: Row, actor: Actor, organizationId: OrganizationId | null): Omit<PhoneChange, 'letter'> {
  const { accountId, membershipId, role, name, label, isConfirmed } = row
  const by = organizationId === null ? 'operator' : 'office'
  const whose = accountId === actor.accountId ? 'the-asker' : row.isOperator ? 'operator' : 'member'
  const isByReader = row.requestedById === actor.accountId
  const may = (action: PhoneChangeAction) =>
    phoneChangePolicy[action]({ whose, by, hasAsked: isByReader, state: 'requested' }) === 'allow'
  return {
    id: row.id,
    person: membershipId && role ? { accountId, membershipId, role, name, label, isConfirmed } : null,
    fullName: row.fullName,
    newPhone: row.newPhone,
    isByOwner: row.isByOwner,
    isByReader,
    requestedBy: row.requestedBy,
    requestedAt: row.requestedAt.toISOString(),
    isAgreedHere: row.isAgreedHere,
    waitingElsewhere: organizationId === null ? 0 : row.waitingCount,
    takesEffectAt: row.takesEffectAt?.toISOString() ?? null,
    mayBeInPerson: may('agreeInPerson') && (organizationId === null || row.placeCount <= 1),
    mayDecide: may('agree'),
  }
}
