import type { ConsentPurposeId, ConsentUnitId, GroupId, OrganizationId } from '@kolosok/contract'
import { accessOrganization, isOffered, organizationPolicy } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Context } from '#platform/context.ts'
import { accessPurpose, scopeOf } from './access.ts'
import { presentPurpose } from './present.ts'
import { listPurposesHere, listTaught } from './purpose.store.ts'
import { listOwn, listUnits } from './unit.store.ts'

export const getOwnConsents = async ({ db }: Context, actor: Actor) => ({
  consents: await listOwn(db, actor.accountId),
})

export async function getPurposes(
  { db }: Context,
  actor: Actor,
  { organizationId }: { organizationId: OrganizationId },
) {
  const { roles, isClosed } = await accessOrganization(db, actor, organizationId, 'seePages')
  const verdict = organizationPolicy.manageConsents({ roles })
  const scope = verdict === 'allow' ? null : await listTaught(db, organizationId, actor.accountId)
  const purposes = await listPurposesHere(db, { organizationId, scope })
  return { purposes: purposes.map(presentPurpose), mayManage: isOffered(verdict, { isOrganizationClosed: isClosed }) }
}

type Looking = {
  readonly consentPurposeId: ConsentPurposeId
  readonly state: 'waiting' | 'given' | 'refused'
  readonly groupId?: GroupId | undefined
  readonly after?: ConsentUnitId | undefined
}

const PAGE = 100

/** Who has decided what: of the groups that the reader follows. */
export async function getUnits({ db }: Context, actor: Actor, { consentPurposeId: id, ...filter }: Looking) {
  const purpose = await accessPurpose(db, actor, id, 'follow')
  const { organizationId } = purpose
  const scope = scopeOf(purpose)
  const [rows, [counted]] = await Promise.all([
    listUnits(db, actor.accountId, { ...filter, purposeId: id, scope, limit: PAGE + 1 }),
    listPurposesHere(db, { organizationId, scope, only: id }),
  ])
  if (!counted) throw new Error('Whoever follows a purpose is told of it')
  const units = rows.slice(0, PAGE)
  return {
    purpose: presentPurpose(counted),
    units,
    next: rows.length > PAGE ? (units.at(-1)?.id ?? null) : null,
  }
}
