import type { Found, OrganizationId } from '@kolosok/contract'
import { findPosts } from '#channels/index.ts'
import { findChildren } from '#children/index.ts'
import { findContacts } from '#contacts/index.ts'
import { findPeople } from '#directory/index.ts'
import { findGroups } from '#groups/index.ts'
import { findInMaterials } from '#materials/index.ts'
import { findNotices } from '#notices/index.ts'
import { accessOrganization, organizationPolicy } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Context } from '#platform/context.ts'
import { findWebinars } from '#webinars/index.ts'

const PEOPLE = 8
const GROUPS = 5
const CHILDREN = 6
const SAID = 4

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
    const [people, said] = await Promise.all([
      findContacts(db, actor, { ...asked, limit: PEOPLE }),
      findSaid(context, actor, asked),
    ])
    return {
      ...said,
      people: people.map((person) => ({ person, fullName: person.name, opens: 'chat' })),
      groups: [],
      children: [],
      // Whom one may write to has no list of its own to look through.
      more: { people: false, children: false, groups: false },
    }
  }
  const [people, groups, children, said] = await Promise.all([
    findPeople(db, actor, { ...asked, limit: PEOPLE + 1 }),
    findGroups(db, actor, { ...asked, limit: GROUPS + 1 }),
    findChildren(context, actor, { ...asked, limit: CHILDREN + 1 }),
    findSaid(context, actor, asked),
  ])
  return {
    ...said,
    people: people.slice(0, PEOPLE).map(({ person, fullName }) => ({ person, fullName, opens: 'page' })),
    groups: groups.slice(0, GROUPS),
    more: {
      people: people.length > PEOPLE,
      children: children.length > CHILDREN,
      groups: groups.length > GROUPS,
    },
    children: children.slice(0, CHILDREN).map(({ id, name, groups: where }) => ({ id, name, groups: where })),
  }
}

type Asked = { readonly organizationId: OrganizationId; readonly search: string }

/** What is written down for many, each by the door of its module. */
async function findSaid(
  context: Pick<Context, 'db' | 'clock'>,
  actor: Actor,
  { organizationId, search }: Asked,
): Promise<Pick<Found, 'posts' | 'notices' | 'materials' | 'webinars'>> {
  const asked = { organizationId, search, limit: SAID }
  const [posts, notices, { materials }, webinars] = await Promise.all([
    findPosts(context.db, actor, asked),
    findNotices(context, actor, asked),
    findInMaterials(context, actor, { organizationId, words: search, limit: SAID }),
    findWebinars(context, actor, asked),
  ])
  return {
    posts,
    notices,
    webinars,
    materials: materials.map(({ id, folderId, title, folderTitle }) => ({ id, folderId, title, folderTitle })),
  }
}
