import type { AdminOrder, AdminOrderId, AdminOrderKind, FileId, MembershipId, OrganizationId } from '@kolosok/contract'
import { recordAudit } from '#audit/index.ts'
import { attachFiles, describeFile } from '#files/index.ts'
import { findMembership } from '#memberships/index.ts'
import { accessOrganization, lockOrganization, type StructureContext } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError, invalidFields } from '#platform/app-error.ts'
import { publishStale } from '#platform/bus.ts'
import { transact, type Tx } from '#platform/db.ts'
import { orderPolicy } from './policy.ts'
import { countAdminsBesides, findOrderOf, insertOrder, listConcerned, listOrders, updateAdmin } from './store.ts'

type Entered = {
  readonly organizationId: OrganizationId
  readonly adminOrderId: AdminOrderId
  readonly kind: AdminOrderKind
  readonly membershipId: MembershipId
  readonly number: string
  readonly date: string
  readonly fileId: FileId
}

/** What the order says comes true with its entry; two at once wait for each other, and the second is asked anew. */
export async function enterOrder(context: StructureContext, actor: Actor, given: Entered): Promise<AdminOrder> {
  const { organizationId, adminOrderId: id, kind, membershipId } = given
  return transact(context.db, async (tx, afterCommit) => {
    await accessOrganization(tx, actor, organizationId, 'seeAdministrators')
    await lockOrganization(tx, organizationId)
    const { roles } = await accessOrganization(tx, actor, organizationId, 'seeAdministrators')
    const there = await findOrderOf(tx, id)
    if (there !== undefined) return there === organizationId ? getOrder(tx, organizationId, id) : refuseAnothers()
    const found = await findMembership(tx, membershipId)
    const person = found?.organizationId === organizationId ? found : null
    const otherAdmins = await countAdminsBesides(tx, organizationId, membershipId)
    const verdict = orderPolicy[kind]({ roles, person, otherAdmins })
    if (verdict !== 'allow') throw new AppError(verdict)
    await holdScan(tx, actor, given.fileId)
    await updateAdmin(tx, membershipId, kind === 'appointed')
    await insertOrder(tx, { ...given, id, enteredBy: actor.accountId, at: context.clock() })
    await recordAudit(tx, actor, {
      organizationId,
      action: kind === 'appointed' ? 'membership.admin-appointed' : 'membership.admin-dismissed',
      subjectKind: 'membership',
      subjectId: membershipId,
      details: { adminOrderId: id },
    })
    // An administrator may write to everybody: what was open to them for that reason follows.
    const accountIds = person ? [person.accountId] : []
    const change = { organizationId, groupIds: [], accountIds, isEverybody: true }
    await context.structure.changed(tx, actor, change, afterCommit)
    const concerned = (await listConcerned(tx, organizationId)).map(({ accountId }) => accountId)
    afterCommit(() => {
      publishStale(context.bus, concerned, 'structure')
      if (person) publishStale(context.bus, [person.accountId], 'account', 'structure')
    })
    return getOrder(tx, organizationId, id)
  })
}

function refuseAnothers(): never {
  throw new AppError('not-found')
}

/** A PDF, a DOCX or a photo, by what is in it. */
const TAKEN =
  /^(application\/pdf|image\/(jpeg|png|webp)|application\/vnd\.openxmlformats-officedocument\.wordprocessingml\.document)$/

async function holdScan(tx: Tx, actor: Actor, fileId: FileId): Promise<void> {
  await attachFiles(tx, actor, [fileId]).catch((error: unknown) => {
    throw error instanceof AppError ? invalidFields({ fileId: 'file-missing' }) : error
  })
  const { mediaType } = await describeFile(tx, fileId)
  if (!TAKEN.test(mediaType)) throw invalidFields({ fileId: 'order-type' })
}

async function getOrder(tx: Tx, organizationId: OrganizationId, id: AdminOrderId): Promise<AdminOrder> {
  const [order] = await listOrders(tx, organizationId, { only: id, limit: 1 })
  if (!order) throw new Error('It was there a statement ago')
  return order
}
