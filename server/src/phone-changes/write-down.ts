import type { AuditAction, OrganizationId } from '@kolosok/contract'
import { recordAudits } from '#audit/index.ts'
import type { Actor } from '#platform/actor.ts'
import { publishStale } from '#platform/bus.ts'
import type { Context } from '#platform/context.ts'
import type { AfterCommit, Tx } from '#platform/db.ts'
import { listDeciders, listPlaces, type PhoneChangeRow } from './store.ts'

type Step = {
  readonly change: Pick<PhoneChangeRow, 'id' | 'accountId'>
  readonly action: AuditAction & `phone-change.${string}`
  /** A decision stands in the journal of whose it is; everything else wherever the account belongs. */
  readonly organizationId?: OrganizationId
}

/** In the journals, on the account's own devices, and before those who decide. */
export async function writeDown(
  { bus }: Pick<Context, 'bus'>,
  tx: Tx,
  actor: Pick<Actor, 'accountId' | 'sessionId'> | null,
  { change, action, organizationId }: Step,
  afterCommit: AfterCommit,
): Promise<void> {
  const places = (await listPlaces(tx, change)).map((place) => place.organizationId)
  const meant = organizationId ? [organizationId] : places.length > 0 ? places : [null]
  const subject = { action, subjectKind: 'account', subjectId: change.accountId }
  await recordAudits(
    tx,
    actor,
    meant.map((id) => ({ ...subject, organizationId: id })),
  )
  const deciders = await listDeciders(tx, places)
  afterCommit(() => {
    publishStale(bus, [change.accountId], 'account', 'devices')
    publishStale(bus, deciders, 'phone-changes')
  })
}
