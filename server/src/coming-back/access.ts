import type { MembershipId } from '@kolosok/contract'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import type { Db } from '#platform/db.ts'
import { type ComingBackAction, comingBackPolicy } from './policy.ts'
import { findMemberFacts, type FoundMember } from './store.ts'

/** The only door to letting somebody back in. */
export async function accessMember(
  db: Db,
  actor: Actor,
  id: MembershipId,
  action: ComingBackAction,
): Promise<FoundMember> {
  const member = await findMemberFacts(db, id, actor.accountId)
  const verdict = member ? comingBackPolicy[action](member) : 'not-found'
  if (!member || verdict !== 'allow') throw new AppError(verdict === 'allow' ? 'not-found' : verdict)
  return member
}

/** What a page about somebody offers its reader: exactly what the door lets through. */
export async function mayBeHelped(db: Db, actor: Actor, id: MembershipId): Promise<Record<ComingBackAction, boolean>> {
  const member = await findMemberFacts(db, id, actor.accountId)
  const may = (action: ComingBackAction) => member !== undefined && comingBackPolicy[action](member) === 'allow'
  return { makeCode: may('makeCode'), startPhoneChange: may('startPhoneChange') }
}
