import {
  chatEndpoints,
  childEndpoints,
  confirmationEndpoints,
  directoryEndpoints,
  type Endpoint,
  groupEndpoints,
  identityEndpoints,
  invitationEndpoints,
  joinRequestEndpoints,
  journalEndpoints,
  membershipEndpoints,
  organizationEndpoints,
  pathOf,
  searchEndpoints,
  waitingEndpoints,
} from '@kolosok/contract'
import pg from 'pg'
import type { Things } from '../server/test/large-installation.ts'
import { type Run, time, type Times } from './timed.ts'

type Who = keyof Things['accounts']
type Read = { readonly name: string; readonly by: Who; readonly path: (turn: number) => string }

/** The least a signed-in request can cost: what the others are held against. */
export const BARE_READ = 'bare: who am I'

export const INDEXED_READ = 'bare: one row by its index'

/** The limit: no server, one row that is looked up by its index. */
export async function measureIndexedRead(url: string, { parentId }: Things, run: Run): Promise<Times> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const text = 'select * from membership where id = $1'
  const taken = await time(run, (turn) => client.query({ name: 'one', text, values: [parentId(turn + 1)] }))
  await client.end()
  return taken
}

/** As somebody types: each turn another one, and what they have typed so far. */
const typed = ['и', 'ив', 'ива', 'ивано', 'иванова', 'ёл', 'елк', 'анн', 'анна', 'белова мар', 'рова', 'ольга', 'жук']
const at = <T>(all: readonly T[], turn: number) => all[turn % all.length] as T

export function readsOf(things: Things): Read[] {
  const { organizationId, groupId, staffId, parentId, accounts } = things
  const here = { organizationId }
  const read = (name: string, by: Who, endpoint: Endpoint, params: object, query: Asked = () => ({})): Read => ({
    name,
    by,
    path(turn) {
      const asked = new URLSearchParams(query(turn)).toString()
      return pathOf(endpoint, params as Record<string, string>) + (asked === '' ? '' : `?${asked}`)
    },
  })
  const each = (name: string, by: Who, path: Read['path']): Read => ({ name, by, path })
  const { list: people, get: person } = directoryEndpoints
  const searching: Asked = (turn) => ({ search: at(typed, turn) })
  return [
    each(BARE_READ, 'admin', () => pathOf(identityEndpoints.getMe)),
    read('people', 'admin', people, here),
    read('people, of a teacher', 'teacher', people, here),
    read('people, parents', 'admin', people, here, () => ({ role: 'parent' })),
    read('people, of a group', 'admin', people, here, (turn) => ({ groupId: groupId((turn % 100) + 1) })),
    read('people, as one types', 'admin', people, here, searching),
    read('people, as a teacher types', 'teacher', people, here, searching),
    read('people, far down', 'admin', people, here, (turn) => ({ after: parentId(((turn * 97) % 6_000) + 1) })),
    each('person', 'admin', (turn) =>
      pathOf(person, { organizationId, membershipId: turn % 2 === 0 ? staffId((turn % 200) + 3) : parentId(turn + 1) }),
    ),
    read('staff', 'admin', membershipEndpoints.staff, here),
    read('overview', 'admin', organizationEndpoints.overview, here),
    read('overview, of a teacher', 'teacher', organizationEndpoints.overview, here),
    read('groups', 'admin', groupEndpoints.list, here),
    each('group', 'admin', (turn) => pathOf(groupEndpoints.get, { groupId: groupId((turn % 100) + 1) })),
    each('children of a group', 'admin', (turn) => pathOf(childEndpoints.list, { groupId: groupId((turn % 100) + 1) })),
    read('children', 'admin', childEndpoints.ofOrganization, here),
    read('children, as one types', 'admin', childEndpoints.ofOrganization, here, searching),
    read('people, without a group', 'admin', people, here, () => ({ standing: 'without-group' })),
    read('invitations', 'admin', invitationEndpoints.list, here),
    read('invitations, of a teacher', 'teacher', invitationEndpoints.list, here),
    read('invitations, unclaimed', 'admin', invitationEndpoints.list, here, () => ({ state: 'unclaimed' })),
    read('invitations, as one types', 'admin', invitationEndpoints.list, here, searching),
    each('invitations of a group', 'admin', (turn) =>
      pathOf(invitationEndpoints.ofGroup, { groupId: groupId((turn % 100) + 1) }),
    ),
    read('journal', 'admin', journalEndpoints.list, here),
    read('journal, of one kind', 'admin', journalEndpoints.list, here, () => ({ kind: 'invitations' })),
    read('journal, by one person', 'admin', journalEndpoints.list, here, () => ({ by: accounts.teacher })),
    read('journal, about one person', 'admin', journalEndpoints.list, here, (turn) => ({ about: staffId(turn % 250) })),
    read('Ctrl+K, as one types', 'admin', searchEndpoints.find, here, (turn) => ({ text: at(typed, turn) })),
    read('Ctrl+K, as a teacher types', 'teacher', searchEndpoints.find, here, (turn) => ({ text: at(typed, turn) })),
    read('join requests', 'admin', joinRequestEndpoints.list, here),
    read('confirmations', 'admin', confirmationEndpoints.list, here),
    each('what waits', 'admin', () => pathOf(waitingEndpoints.get)),
    each('memberships', 'admin', () => pathOf(organizationEndpoints.mine)),
    each('chats', 'teacher', () => pathOf(chatEndpoints.list)),
    each('chats, of a parent', 'parent', () => pathOf(chatEndpoints.list)),
    read('whom to write to', 'admin', chatEndpoints.contacts, here),
  ]
}

type Asked = (turn: number) => Record<string, string>
