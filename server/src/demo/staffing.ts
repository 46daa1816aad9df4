import {
  type AccountId,
  confirmationEndpoints,
  type GroupId,
  groupEndpoints,
  identityEndpoints,
  invitationEndpoints,
  joiningEndpoints,
  type InvitationId,
  membershipEndpoints,
  type MembershipId,
  type OrganizationId,
} from '@kolosok/contract'
import { newId } from '#platform/new-id.ts'
import { fullName, type GroupName } from './families.ts'
import { type Founded, phoneOf } from './founding.ts'
import type { Guide, Visitor } from './guide.ts'
import { administrator, deputy, head, teachers } from './staff.ts'

export type Speaker = {
  readonly visitor: Visitor
  readonly accountId: AccountId
  readonly membershipId: MembershipId
  readonly groups: readonly GroupName[]
}
/** By family name, or by what a parent signs with: «мама Вани». */
export type Speakers = ReadonlyMap<string, Speaker>

/** Head and teachers come by the staff link; all but one are confirmed; each gets their groups. */
export async function letStaffIn(guide: Guide, founded: Founded): Promise<{ speakers: Speakers }> {
  const { administrator: admin, organizationId, groupIds } = founded
  const token = await inviteStaff(admin, organizationId, 'воспитатель')
  await inviteStaff(admin, organizationId, 'музыкальный руководитель') // Nobody has claimed this one yet.

  const visitors = new Map<string, Visitor>([[familyNameOf(administrator.name), admin]])
  for (const [index, person] of [head, ...teachers, deputy].entries()) {
    const visitor = await guide.signIn(phoneOf(10 + index))
    await visitor.call(joiningEndpoints.accept, {
      params: { token },
      body: {
        role: 'teacher',
        ...fullName(person.name),
        position: person.position,
        consents: [{ purpose: 'staff-communication', textVersion: 1 }],
      },
    })
    await askForConfirmation(visitor, organizationId, person.position)
    visitors.set(familyNameOf(person.name), visitor)
  }
  const doubtful = new Set(teachers.filter((teacher) => !teacher.isConfirmed).map(({ name }) => name))
  await confirmAllBut(admin, organizationId, doubtful)

  const speakers = await findSpeakers(admin, organizationId, visitors)
  for (const person of teachers) {
    const speaker = speakers.get(familyNameOf(person.name))
    for (const [duty, names] of [
      ['lead', person.leads],
      ['specialist', person.attachedTo],
    ] as const) {
      for (const name of names ?? []) await attach(admin, groupIds.get(name), speaker?.membershipId, duty)
    }
  }
  for (const { name, position } of [head, deputy]) {
    await admin.call(membershipEndpoints.edit, {
      params: { membershipId: speakers.get(familyNameOf(name))?.membershipId ?? '' },
      body: { role: 'management', isHead: name === head.name, position },
    })
  }
  return { speakers: await findSpeakers(admin, organizationId, visitors) }
}

const familyNameOf = (name: string) => fullName(name).familyName

async function inviteStaff(admin: Visitor, organizationId: OrganizationId, position: string): Promise<string> {
  const { url } = await admin.call(invitationEndpoints.inviteStaff, {
    params: { organizationId, invitationId: newId<InvitationId>() },
    body: { position, useLimit: 20 },
  })
  return url.split('/').at(-1) ?? ''
}

async function askForConfirmation(visitor: Visitor, organizationId: OrganizationId, position: string): Promise<void> {
  await visitor.call(confirmationEndpoints.ask, {
    params: { organizationId, confirmationId: newId() },
    body: { position, howToCheck: 'По приказу о приёме на работу, он у заведующей' },
  })
}

async function confirmAllBut(admin: Visitor, organizationId: OrganizationId, doubtful: ReadonlySet<string>) {
  const { confirmations } = await admin.call(confirmationEndpoints.list, { params: { organizationId } })
  for (const { id, fullName: name } of confirmations) {
    if (doubtful.has(name)) continue
    await admin.call(confirmationEndpoints.confirm, { params: { organizationId, confirmationId: id }, body: {} })
  }
}

async function attach(
  admin: Visitor,
  groupId: GroupId | undefined,
  membershipId: MembershipId | undefined,
  duty: 'lead' | 'specialist',
): Promise<void> {
  await admin.call(groupEndpoints.attachTeacher, {
    params: { groupId: groupId ?? '', membershipId: membershipId ?? '' },
    body: { duty },
  })
}

async function findSpeakers(admin: Visitor, organizationId: OrganizationId, visitors: ReadonlyMap<string, Visitor>) {
  const { staff } = await admin.call(membershipEndpoints.staff, { params: { organizationId } })
  const speakers = new Map<string, Speaker>()
  for (const [familyName, visitor] of visitors) {
    const { accountId } = await visitor.call(identityEndpoints.getMe)
    const own = staff.find(({ person }) => person.accountId === accountId)
    if (!own) throw new Error(`${familyName} is not among the staff`)
    const groups = own.groups.map(({ name }) => name as GroupName)
    speakers.set(familyName, { visitor, accountId, membershipId: own.person.membershipId, groups })
  }
  return speakers
}
