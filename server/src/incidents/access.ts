import type { IncidentId, OrganizationId } from '@kolosok/contract'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import type { Db } from '#platform/db.ts'
import { incidentPolicy } from './policy.ts'
import { findIncident, findRoles, type IncidentRow } from './store.ts'

/** The door to all incidents of one place: an organization, or (null) the installation. */
export async function accessIncidents(db: Db, actor: Actor, organizationId: OrganizationId | null): Promise<void> {
  const roles = organizationId === null ? null : await findRoles(db, organizationId, actor.accountId)
  const verdict = incidentPolicy.handle({ isOperator: actor.isOperator, roles })
  if (verdict !== 'allow') throw new AppError(verdict)
}

/** The only door to one of them. */
export async function accessIncident(db: Db, actor: Actor, id: IncidentId): Promise<IncidentRow> {
  const found = await findIncident(db, id)
  if (!found) throw new AppError('not-found')
  await accessIncidents(db, actor, found.organization_id)
  return found
}
