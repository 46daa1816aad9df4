import type { OrganizationId, PhoneChangeId } from '@kolosok/contract'
import { accessOrganization } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import type { Tx } from '#platform/db.ts'
import { type PhoneChangeAction, phoneChangePolicy, type PhoneChangeFacts } from './policy.ts'
import { isOperator, listPlaces, lockPhoneChange, type PhoneChangeRow } from './store.ts'

/** For whom somebody decides: one organization, or all as an operator. */
export type Side = { readonly organizationId: OrganizationId | null }

export type ClearedPhoneChange = PhoneChangeRow & {
  readonly places: readonly { readonly organizationId: OrganizationId; readonly hasAgreed: boolean }[]
  readonly clearedFor: PhoneChangeAction
}

/** The only door to somebody's change of number; locks it. */
export async function accessPhoneChange(
  tx: Tx,
  actor: Actor,
  { phoneChangeId: id, organizationId }: Side & { readonly phoneChangeId: PhoneChangeId },
  action: PhoneChangeAction,
): Promise<ClearedPhoneChange> {
  if (organizationId !== null) await accessOrganization(tx, actor, organizationId, 'decidePhoneChanges')
  const change = await lockPhoneChange(tx, id)
  if (!change) throw new AppError('not-found')
  const places = await listPlaces(tx, change)
  const isHere = organizationId === null || places.some((place) => place.organizationId === organizationId)
  const whose = await whoseIs(tx, actor, change, isHere)
  const by = organizationId === null ? 'operator' : 'office'
  const verdict = phoneChangePolicy[action]({
    whose,
    by,
    hasAsked: change.requestedBy === actor.accountId,
    state: change.state,
  })
  if (verdict !== 'allow') throw new AppError(verdict)
  return { ...change, places, clearedFor: action }
}

async function whoseIs(
  tx: Tx,
  actor: Actor,
  { accountId }: PhoneChangeRow,
  isHere: boolean,
): Promise<PhoneChangeFacts['whose']> {
  if (!isHere) return 'stranger'
  if (accountId === actor.accountId) return 'the-asker'
  return (await isOperator(tx, accountId)) ? 'operator' : 'member'
}
