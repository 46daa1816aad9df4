import {
  administratorEndpoints,
  childEndpoints,
  committeeEndpoints,
  directoryEndpoints,
  groupEndpoints,
  membershipEndpoints,
  organizationEndpoints,
  searchEndpoints,
} from '@kolosok/contract'
import { colleagueDoor, contactDoor, gets, personDoor } from './doors.ts'
import { children, groups, inGroup, inOrganization, people, type Row } from './row.ts'

/** Who and what an organization is made of; those asked in several ways stand several times. */
export const structureRows: Record<string, Row> = {
  'directory.list': { endpoint: directoryEndpoints.list, at: inOrganization, lists: people },
  'directory.list of parents, last ones first': {
    endpoint: directoryEndpoints.list,
    at: inOrganization,
    query: { role: 'parent', sort: '-joined' },
    lists: people,
  },
  'directory.list of those without a group': {
    endpoint: directoryEndpoints.list,
    at: inOrganization,
    query: { standing: 'without-group' },
    lists: people,
  },
  'directory.export': { endpoint: directoryEndpoints.export, at: inOrganization, body: {}, lists: people },
  'search.find': {
    endpoint: searchEndpoints.find,
    at: inOrganization,
    query: { text: 'а' },
    lists: {
      people: {
        id: 'person.membershipId',
        // Their page, or for those who see no pages a chat with them.
        door: async (...asked) => (await personDoor(...asked)) || contactDoor(...asked),
      },
      ...groups,
      ...children,
    },
  },
  'memberships.staff': {
    endpoint: membershipEndpoints.staff,
    at: inOrganization,
    lists: { staff: { id: 'person.membershipId', door: colleagueDoor } },
  },
  'administrators.list': {
    endpoint: administratorEndpoints.list,
    at: inOrganization,
    lists: {
      administrators: { id: 'person.membershipId', door: personDoor },
      candidates: { id: 'membershipId', door: personDoor },
    },
  },
  'groups.list': { endpoint: groupEndpoints.list, at: inOrganization, lists: groups },
  'groups.list of the archive': {
    endpoint: groupEndpoints.list,
    at: inOrganization,
    query: { archived: '1' },
    lists: groups,
  },
  'organizations.overview': { endpoint: organizationEndpoints.overview, at: inOrganization, lists: groups },
  'organizations.mine': {
    endpoint: organizationEndpoints.mine,
    lists: { memberships: { id: 'organization.id', door: gets(organizationEndpoints.card, 'organizationId') } },
  },
  'children.list': { endpoint: childEndpoints.list, at: inGroup, lists: children },
  'children.ofOrganization': { endpoint: childEndpoints.ofOrganization, at: inOrganization, lists: children },
  'children.ofOrganization who have left': {
    endpoint: childEndpoints.ofOrganization,
    at: inOrganization,
    query: { standing: 'left' },
    lists: children,
  },
  'children.export': { endpoint: childEndpoints.export, at: inOrganization, body: {}, lists: children },
  'children.left': { endpoint: childEndpoints.left, at: inOrganization, lists: children },
  'committees.list': {
    endpoint: committeeEndpoints.list,
    at: ({ groupId, organizationId }) => ({ groupId, organizationId }),
    lists: { parents: { id: 'person.membershipId', door: personDoor } },
  },
}
