import type { InvitationId } from '@kolosok/contract'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import type { Db } from '#platform/db.ts'
import { type InvitationFacts, invitationPolicy } from './policy.ts'
import { findInvitationFacts, type FoundInvitation } from './store.ts'

/** An invitation this actor has been cleared for. Only `accessInvitation` makes one. */
export type ClearedInvitation = FoundInvitation & InvitationFacts & { readonly clearedFor: 'manage' }

/** The only door to an invitation by its id; whoever holds its token comes through `findByToken`. */
export async function accessInvitation(db: Db, actor: Actor, id: InvitationId): Promise<ClearedInvitation> {
  const facts = await findInvitationFacts(db, id, actor.accountId)
  if (!facts || invitationPolicy.manage(facts) !== 'allow') throw new AppError('not-found')
  return { ...facts, clearedFor: 'manage' }
}
