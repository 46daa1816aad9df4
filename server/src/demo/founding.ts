import { randomBytes } from 'node:crypto'
import {
  applicationEndpoints,
  type ApplicationForm,
  childEndpoints,
  type ChildId,
  groupEndpoints,
  type GroupId,
  identityEndpoints,
  organizationEndpoints,
  type OrganizationId,
  pathOf,
} from '@kolosok/contract'
import { createOperatorLink } from '#identity/index.ts'
import type { Context } from '#platform/context.ts'
import { newId } from '#platform/new-id.ts'
import { familiesOf, fullName, type GroupName, groupNames } from './families.ts'
import type { Guide, Visitor } from './guide.ts'
import { drawOrder } from './order.ts'
import { administrator, organization } from './staff.ts'

export type Founded = {
  readonly organizationId: OrganizationId
  readonly administrator: Visitor
  readonly operator: Visitor
  readonly groupIds: ReadonlyMap<GroupName, GroupId>
}

export const phoneOf = (number: number): string => `+7910${String(number).padStart(7, '0')}`

/** Application with the order, approval, the administrator's first day: card, groups, children. */
export async function found(guide: Guide, context: Context): Promise<Founded> {
  const link = await createOperatorLink(context)
  const operator = await guide.follow(identityEndpoints.useOperatorLink, { token: link.split('/').at(-1) ?? '' })
  await operator.call(identityEndpoints.changeMe, { body: fullName('Степанова Вера Андреевна') })
  await guide.provePhone(operator, phoneOf(900))

  await apply(guide, context, {
    organizationName: organization.name,
    kind: 'kindergarten',
    inn: organization.inn,
    address: organization.address,
    headName: organization.head,
    administratorName: administrator.name,
    email: organization.email,
    phone: phoneOf(1),
  })
  await approveAll(operator)

  const admin = await guide.signIn(phoneOf(1), fullName(administrator.name))
  const { memberships } = await admin.call(organizationEndpoints.mine)
  const organizationId = memberships[0]?.organization.id
  if (!organizationId) throw new Error('The administrator was not let in')
  await admin.call(organizationEndpoints.editCard, {
    params: { organizationId },
    body: { phone: '8 (83145) 2-00-00', email: organization.email, shortName: 'Колосок' },
  })
  return { organizationId, administrator: admin, operator, groupIds: await makeGroups(admin, organizationId) }
}

async function apply(guide: Guide, { clock }: Context, form: ApplicationForm): Promise<void> {
  const token = randomBytes(20).toString('base64url')
  const applicant = guide.visitor()
  await applicant.send({
    method: 'PUT',
    url: pathOf(applicationEndpoints.putOrder, { token }),
    query: { name: 'Приказ о назначении администратора.pdf' },
    headers: { 'content-type': 'application/octet-stream' },
    payload: await drawOrder({ ...form, date: clock() }),
  })
  await applicant.call(applicationEndpoints.submit, { params: { token }, body: form })
}

async function approveAll(operator: Visitor): Promise<void> {
  const { applications } = await operator.call(applicationEndpoints.list)
  for (const { id } of applications) {
    const params = { applicationId: id }
    const { revision } = await operator.call(applicationEndpoints.get, { params })
    await operator.call(applicationEndpoints.approve, { params, body: { revision } })
  }
}

async function makeGroups(admin: Visitor, organizationId: OrganizationId): Promise<Map<GroupName, GroupId>> {
  const groups = groupNames.map((name) => ({ id: newId<GroupId>(), name, age: name.toLowerCase() }))
  await admin.call(groupEndpoints.create, { params: { organizationId }, body: { groups } })
  for (const { id, name } of groups) {
    const children = familiesOf(name).map((family) => ({ id: newId<ChildId>(), name: family.child }))
    await admin.call(childEndpoints.add, { params: { groupId: id }, body: { children } })
  }
  return new Map(groups.map(({ name, id }) => [name, id]))
}

/** Something for the operator to decide. */
export function applyAsAnother(guide: Guide, context: Context): Promise<void> {
  return apply(guide, context, {
    organizationName: 'МБДОУ детский сад № 7 «Родничок»',
    kind: 'kindergarten',
    inn: '5250009735',
    address: '607662, Нижегородская область, г. Кстово, ул. Садовая, д. 3',
    headName: 'Ефимова Людмила Борисовна',
    administratorName: 'Крылова Наталья Сергеевна',
    email: 'rodnichok@example.org',
    phone: phoneOf(9_000_001),
  })
}
