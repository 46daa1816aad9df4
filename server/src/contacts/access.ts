import type { AccountId, MembershipId, OrganizationId } from '@kolosok/contract'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import type { Db } from '#platform/db.ts'
import { contactPolicy } from './policy.ts'
import { findOther, listContactFacts } from './store.ts'

/** Another person this actor may write to, and the two memberships that say so. */
export type ClearedContact = {
  readonly accountId: AccountId
  readonly membershipId: MembershipId
  readonly isStaff: boolean
  readonly own: { readonly membershipId: MembershipId; readonly isStaff: boolean }
}

type Asked = { readonly organizationId: OrganizationId; readonly membershipId: MembershipId }

/** The door to writing to a person: whom one sees nowhere doesn't exist, whom one sees one may still not write to. */
export async function accessContact(db: Db, actor: Actor, asked: Asked): Promise<ClearedContact> {
  const other = await findOther(db, actor.accountId, asked)
  if (!other) throw new AppError('not-found')
  const facts = await listContactFacts(db, actor.accountId, asked)
  const own = facts.find((one) => contactPolicy.open(one))
  if (!own) throw new AppError(other.isSeen ? 'forbidden' : 'not-found')
  return {
    ...other,
    membershipId: asked.membershipId,
    own: { membershipId: own.membershipId, isStaff: own.isStaff },
  }
}
