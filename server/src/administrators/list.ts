import type { AdminOrder, Administrator, MembershipId, OrganizationId } from '@kolosok/contract'
import { accessOrganization, isOffered, type OrganizationRole } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/db.ts'
import { orderPolicy } from './policy.ts'
import { listConcerned, listOrders, type StaffRow } from './store.ts'

const PAGE = 50

type Asked = { readonly organizationId: OrganizationId; readonly before?: string | undefined }
type Answer = {
  readonly administrators: Administrator[]
  readonly orders: AdminOrder[]
  readonly next: string | null
  readonly mayAppoint: boolean
  readonly candidates: { membershipId: MembershipId; fullName: string; position: string }[]
}

export async function getAdministrators(
  { db }: { db: Db },
  actor: Actor,
  { organizationId, before }: Asked,
): Promise<Answer> {
  const { roles, isClosed: isOrganizationClosed } = await accessOrganization(
    db,
    actor,
    organizationId,
    'seeAdministrators',
  )
  const may = (kind: keyof typeof orderPolicy, one: StaffRow) =>
    isOffered(verdictOn(kind, one, roles, admins), { isOrganizationClosed })
  const staff = await listConcerned(db, organizationId)
  const found = await listOrders(db, organizationId, { before, limit: PAGE + 1 })
  const orders = found.slice(0, PAGE)
  const admins = staff.filter(({ isAdmin }) => isAdmin)
  const candidates = staff.filter((one) => may('appointed', one))
  return {
    administrators: admins.map((one) => ({
      person: personOf(one),
      fullName: one.fullName,
      isHead: one.isHead,
      mayBeDismissed: may('dismissed', one),
    })),
    orders,
    next: found.length > PAGE ? (orders.at(-1)?.id ?? null) : null,
    mayAppoint: !isOrganizationClosed && roles.some((role) => role === 'head' || role === 'admin'),
    candidates: candidates.map(({ membershipId, fullName, label }) => ({ membershipId, fullName, position: label })),
  }
}

function verdictOn(
  kind: keyof typeof orderPolicy,
  person: StaffRow,
  roles: readonly OrganizationRole[],
  admins: readonly StaffRow[],
) {
  const otherAdmins = admins.filter(({ accountId }) => accountId !== person.accountId).length
  return orderPolicy[kind]({ roles, person, otherAdmins })
}

const personOf = ({ accountId, membershipId, role, name, label, isConfirmed }: StaffRow) => ({
  accountId,
  membershipId,
  role,
  name,
  label,
  isConfirmed,
})
