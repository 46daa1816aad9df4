import type { Found, OrganizationId } from '@kolosok/contract'
import { findChildren } from '#children/index.ts'
import { findContacts } from '#contacts/index.ts'
import { findPeople } from '#directory/index.ts'
import { findGroups } from '#groups/index.ts'
import { accessOrganization, organizationPolicy } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Context } from '#platform/context.ts'

const PEOPLE = 8
const GROUPS = 5
const CHILDREN = 6

/** Each kind is looked for by the module it belongs to, with the rule of that module's own list. */
export async function find(
  context: Pick<Context, 'db' | 'clock'>,
  actor: Actor,
  { organizationId, text }: { organizationId: OrganizationId; text: string },
): Promise<Found> {
  const { db } = context
  const { roles } = await accessOrganization(db, actor, organizationId, 'see')
  const asked = { organizationId, roles, search: text }
  // Whoever has no pages to look at finds whom they may write to.
  if (organizationPolicy.seePages({ roles }) !== 'allow') {
    const people = await findContacts(db, actor, { ...asked, limit: PEOPLE })
    return {
      people: people.map((person) => ({ person, fullName: person.name, opens: 'chat' })),
      groups: [],
      children: [],
    }
  }
  const [people, groups, children] = await Promise.all([
    findPeople(db, actor, { ...asked, limit: PEOPLE }),
    findGroups(db, actor, { ...asked, limit: GROUPS }),
    findChildren(context, actor, { ...asked, limit: CHILDREN }),
  ])
  return {
    people: people.map(({ person, fullName }) => ({ person, fullName, opens: 'page' })),
    groups,
    children: children.map(({ id, name, groups: where }) => ({ id, name, groups: where })),
  }
}
