import { type JoiningPurpose, consentVersions, type GivenConsent, type OrganizationId } from '@kolosok/contract'
import { recordAudit } from '#audit/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError, invalidFields } from '#platform/app-error.ts'
import type { Tx } from '#platform/db.ts'
import { insertConsents, listPurposes } from './store.ts'

/** What somebody must have agreed to before belonging in this role, in today's wording. */
export function requiredConsents(role: 'teacher' | 'parent'): GivenConsent[] {
  const purposes: JoiningPurpose[] = [role === 'parent' ? 'family-communication' : 'staff-communication']
  return purposes.map((purpose) => ({ purpose, textVersion: consentVersions[purpose] }))
}

/** Writes down what was agreed to, once per purpose and organization; refuses what is missing or was worded otherwise. */
export async function recordConsents(
  tx: Tx,
  actor: Actor,
  {
    organizationId,
    role,
    given,
  }: { organizationId: OrganizationId; role: 'teacher' | 'parent'; given: GivenConsent[] },
): Promise<void> {
  const required = requiredConsents(role)
  const named = new Map(given.map((consent) => [consent.purpose, consent.textVersion]))
  if (required.some(({ purpose }) => !named.has(purpose))) throw invalidFields({ consents: 'required' })
  if (required.some(({ purpose, textVersion }) => named.get(purpose) !== textVersion)) {
    throw new AppError('consent-outdated')
  }
  const known = new Set(await listPurposes(tx, actor.accountId, organizationId))
  const missing = required.filter(({ purpose }) => !known.has(purpose))
  if (missing.length === 0) return
  await insertConsents(tx, { accountId: actor.accountId, organizationId, consents: missing })
  await recordAudit(tx, actor, {
    organizationId,
    action: 'consent.given',
    subjectKind: 'account',
    subjectId: actor.accountId,
    details: { consents: missing },
  })
}
