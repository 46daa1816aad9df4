import type { MembershipId, OwnMembership, Person } from '@kolosok/contract'
import { recordAudit } from '#audit/index.ts'
import { abilitiesIn } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Context } from '#platform/context.ts'
import type { Db, Tx } from '#platform/db.ts'
import { newId } from '#platform/new-id.ts'
import {
  endMembershipNow,
  insertMembership,
  listOwnMemberships,
  listPeople,
  type Membership,
  type NewMembership,
  updateConfirmation,
  updatePosition,
} from './store.ts'

export async function getOwnMemberships({ db }: Context, actor: Actor): Promise<{ memberships: OwnMembership[] }> {
  const own = await listOwnMemberships(db, actor.accountId)
  return {
    memberships: own.map(({ roles, ...membership }) => ({
      ...membership,
      abilities: abilitiesIn(roles, { isClosed: membership.organization.closing !== null }),
    })),
  }
}

/** People as others see them, by membership: staff «Имя Отчество» with position, parents «Имя Фамилия», «мама Вани». */
export async function findPeople(db: Db, membershipIds: readonly MembershipId[]): Promise<Map<MembershipId, Person>> {
  const people = await listPeople(db, [...new Set(membershipIds)])
  return new Map(people.map((person) => [person.membershipId, person]))
}

/**
 * Makes an account belong to an organization in a role, once: a second time adds to what is there.
 * Who calls also calls `StructurePort.changed`, at the end of the transaction.
 */
export async function createMembership(
  tx: Tx,
  actor: Actor | null,
  given: NewMembership,
): Promise<{ id: MembershipId; isNew: boolean }> {
  const made = await insertMembership(tx, newId<MembershipId>(), given)
  if (made.isNew) {
    await recordAudit(tx, actor, {
      organizationId: given.organizationId,
      action: 'membership.created',
      subjectKind: 'membership',
      subjectId: made.id,
      details: { role: given.role, isAdmin: given.isAdmin ?? false },
    })
  }
  return made
}

/** Gives or takes the status «педагог». Who calls also calls `StructurePort.changed` for all groups of the teacher. */
export async function setConfirmation(
  tx: Tx,
  actor: Actor,
  { membership, isConfirmed, position, now }: Confirmation,
): Promise<void> {
  await updateConfirmation(tx, membership.id, isConfirmed ? { at: now, by: actor.accountId } : null)
  if (position !== undefined) await updatePosition(tx, membership.id, position)
  await recordAudit(tx, actor, {
    organizationId: membership.organizationId,
    action: isConfirmed ? 'membership.confirmed' : 'membership.confirmation-withdrawn',
    subjectKind: 'membership',
    subjectId: membership.id,
  })
}

type Confirmation = {
  readonly membership: Pick<Membership, 'id' | 'organizationId'>
  readonly isConfirmed: boolean
  /** As it turned out when deciding. */
  readonly position?: string
  readonly now: Date
}

/** From now on former: no access, history kept. Who calls also calls `StructurePort.changed`. */
export async function endMembership(
  tx: Tx,
  actor: Actor | null,
  membership: Pick<Membership, 'id' | 'organizationId'>,
): Promise<void> {
  if (!(await endMembershipNow(tx, membership.id))) return
  await recordAudit(tx, actor, {
    organizationId: membership.organizationId,
    action: 'membership.ended',
    subjectKind: 'membership',
    subjectId: membership.id,
  })
}
