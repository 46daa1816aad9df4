import {
  type ChildInvitation,
  committeeEndpoints,
  identityEndpoints,
  invitationEndpoints,
  joiningEndpoints,
  organizationEndpoints,
} from '@kolosok/contract'
import { type Family, familiesOf, type GroupName, type Guardian } from './families.ts'
import { type Founded, phoneOf } from './founding.ts'
import type { Guide } from './guide.ts'
import { committee } from './staff.ts'
import type { Speaker, Speakers } from './staffing.ts'

/** The last families of each list have their slip in the bag still. */
const NOT_YET = 2

/** The group's teacher makes the slips; mothers and fathers come by them, one after another. */
export async function letFamiliesIn(guide: Guide, founded: Founded, staff: { speakers: Speakers }): Promise<Speakers> {
  const parents = new Map<string, Speaker>()
  let number = 1000
  for (const [groupName, groupId] of founded.groupIds) {
    const teacher = [...staff.speakers.values()].find(({ groups }) => groups.includes(groupName))
    const { children } = await (teacher?.visitor ?? founded.administrator).call(invitationEndpoints.inviteFamilies, {
      params: { groupId },
      body: {},
    })
    for (const family of familiesOf(groupName).slice(0, -NOT_YET)) {
      const token = tokenFor(children, family)
      for (const guardian of family.guardians) {
        number += 1
        parents.set(guardian.label, await join(guide, token, guardian, { phone: phoneOf(number), groupName }))
      }
    }
  }
  for (const [name, label] of Object.entries(committee)) {
    const params = {
      groupId: founded.groupIds.get(name as GroupName) ?? '',
      membershipId: parents.get(label)?.membershipId ?? '',
    }
    await founded.administrator.call(committeeEndpoints.mark, { params })
  }
  return parents
}

function tokenFor(children: readonly ChildInvitation[], { child }: Family): string {
  const found = children.find((one) => one.child.name === child)?.invitation
  if (!found) throw new Error(`No slip for ${child}`)
  return found.url.split('/').at(-1) ?? ''
}

async function join(
  guide: Guide,
  token: string,
  { label, ...name }: Guardian,
  { phone, groupName }: { phone: string; groupName: GroupName },
): Promise<Speaker> {
  const visitor = await guide.signIn(phone)
  await visitor.call(joiningEndpoints.accept, {
    params: { token },
    body: {
      role: 'parent',
      ...name,
      label,
      consents: [{ purpose: 'family-communication', textVersion: 1 }],
    },
  })
  const { accountId } = await visitor.call(identityEndpoints.getMe)
  const { memberships } = await visitor.call(organizationEndpoints.mine)
  const membershipId = memberships[0]?.id
  if (!membershipId) throw new Error(`${label} was not let in`)
  return { visitor, accountId, membershipId, groups: [groupName] }
}
