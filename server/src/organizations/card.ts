import { isDeepStrictEqual } from 'node:util'
import type { CardChange, CardField, OrganizationCard, OrganizationId } from '@kolosok/contract'
import { recordAudit } from '#audit/index.ts'
import type { Actor } from '#platform/actor.ts'
import { publishStale } from '#platform/bus.ts'
import type { Context } from '#platform/context.ts'
import { transact } from '#platform/db.ts'
import { abilitiesIn } from './abilities.ts'
import { accessOrganization } from './access.ts'
import { type CardFields, getCard, listCardChanges, updateCard } from './card.store.ts'
import { listStaffAccounts, lockOrganization } from './store.ts'
import type { StructureContext } from './structure-change.ts'

type Target = { readonly organizationId: OrganizationId }

export async function getOrganizationCard(
  { db }: Pick<Context, 'db'>,
  actor: Actor,
  { organizationId }: Target,
): Promise<OrganizationCard> {
  const { roles, isClosed } = await accessOrganization(db, actor, organizationId, 'see')
  return { ...(await getCard(db, organizationId)), abilities: abilitiesIn(roles, { isClosed }) }
}

/** The last one to save decides; the history tells who that was. */
export async function editCard(
  context: StructureContext,
  actor: Actor,
  { organizationId, ...given }: Target & { [Field in CardField]?: CardFields[Field] | undefined },
): Promise<OrganizationCard> {
  return transact(context.db, async (tx, afterCommit) => {
    await lockOrganization(tx, organizationId)
    await accessOrganization(tx, actor, organizationId, 'editCard')
    const before = await getCard(tx, organizationId)
    const changed = (Object.keys(given) as CardField[]).filter(
      (field) => given[field] !== undefined && !isDeepStrictEqual(given[field], before[field]),
    )
    if (changed.length > 0) {
      await updateCard(tx, organizationId, Object.fromEntries(changed.map((field) => [field, given[field]])))
      await recordAudit(tx, actor, {
        organizationId,
        action: 'organization.card-edited',
        subjectKind: 'organization',
        subjectId: organizationId,
        details: { fields: changed },
      })
      if (changed.includes('mayParentsWriteEachOther')) {
        await context.structure.changed(tx, actor, { organizationId, groupIds: [], isEverybody: true }, afterCommit)
      }
      const staff = await listStaffAccounts(tx, organizationId)
      afterCommit(() => {
        publishStale(context.bus, staff, 'organization')
      })
    }
    return getOrganizationCard({ db: tx }, actor, { organizationId })
  })
}

const PAGE = 20

export async function getCardHistory(
  { db }: Context,
  actor: Actor,
  { organizationId, before }: Target & { before?: string | undefined },
): Promise<{ changes: CardChange[]; next: string | null }> {
  await accessOrganization(db, actor, organizationId, 'seePages')
  const found = await listCardChanges(db, organizationId, { before, limit: PAGE + 1 })
  const changes = found.slice(0, PAGE)
  return { changes, next: found.length > PAGE ? (changes.at(-1)?.id ?? null) : null }
}
