import type { MailingId, OrganizationId } from '@kolosok/contract'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import type { Db } from '#platform/db.ts'
import { type MailingFacts, mailingPolicy } from './policy.ts'
import { findMailingFacts } from './store.ts'

export type MailingPlace = { readonly organizationId: OrganizationId; readonly mailingId: MailingId }
/** A mailing this actor has been cleared for. Only `accessMailing` makes one. */
export type ClearedMailing = MailingFacts & { readonly clearedFor: 'manage' }

/** The only door to a mailing. */
export async function accessMailing(db: Db, actor: Actor, place: MailingPlace): Promise<ClearedMailing> {
  const facts = await findMailingFacts(db, place, actor.accountId)
  if (!facts || mailingPolicy.manage(facts) !== 'allow') throw new AppError('not-found')
  return { ...facts, clearedFor: 'manage' }
}
