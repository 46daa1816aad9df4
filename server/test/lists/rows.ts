import {
  administratorEndpoints,
  applicationEndpoints,
  callEndpoints,
  chatEndpoints,
  childEndpoints,
  confirmationEndpoints,
  directoryEndpoints,
  type Endpoint,
  groupEndpoints,
  importEndpoints,
  invitationEndpoints,
  joinRequestEndpoints,
  mailingEndpoints,
  membershipEndpoints,
  messageEndpoints,
  organizationEndpoints,
  searchEndpoints,
} from '@kolosok/contract'
import { accessConfirmation } from '#confirmations/access.ts'
import { accessRequest } from '#join-requests/access.ts'
import {
  chatDoor,
  childDoor,
  colleagueDoor,
  contactDoor,
  type Door,
  gets,
  groupDoor,
  invitationDoor,
  opens,
  type Params,
  personDoor,
} from './doors.ts'
import type { Places } from './place.ts'

export type Row = {
  readonly endpoint: Endpoint
  /** Where to look; a list of one organization is looked at in both. */
  readonly at?: (place: Places['here']) => Params
  readonly query?: Record<string, string>
  readonly body?: object
  /** Where in the answer the ids stand, and which door each has. */
  readonly lists: Record<string, { readonly id: string; readonly door: Door }>
}

const inOrganization = ({ organizationId }: Places['here']) => ({ organizationId })
const inGroup = ({ groupId }: Places['here']) => ({ groupId })
const inChat = ({ chatId }: Places['here']) => ({ chatId })
const people = { people: { id: 'person.membershipId', door: personDoor } }
const children = { children: { id: 'id', door: childDoor } }
const groups = { groups: { id: 'id', door: groupDoor } }

/** Every list of the contract by its name; those asked in several ways stand several times. */
export const rows: Record<string, Row> = {
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
  'invitations.list': {
    endpoint: invitationEndpoints.list,
    at: inOrganization,
    lists: { invitations: { id: 'id', door: invitationDoor }, ...groups },
  },
  'invitations.ofGroup': {
    endpoint: invitationEndpoints.ofGroup,
    at: inGroup,
    lists: { children: { id: 'child.id', door: childDoor } },
  },
  'joinRequests.list': {
    endpoint: joinRequestEndpoints.list,
    at: inOrganization,
    lists: {
      requests: {
        id: 'id',
        door: opens(({ db }, { actor }, id) => accessRequest(db, actor, { id: id as never }, 'refuse')),
      },
    },
  },
  'joinRequests.mine': {
    endpoint: joinRequestEndpoints.mine,
    lists: {
      requests: {
        id: 'id',
        door: opens(({ db }, { actor }, id) => accessRequest(db, actor, { id: id as never }, 'withdraw')),
      },
    },
  },
  'confirmations.list': {
    endpoint: confirmationEndpoints.list,
    at: inOrganization,
    lists: {
      confirmations: {
        id: 'id',
        door: opens(({ db }, { actor }, id, { organizationId }) => {
          const where = { organizationId: organizationId as never, confirmationId: id as never }
          return accessConfirmation(db, actor, where, 'refuse')
        }),
      },
    },
  },
  'mailings.list': {
    endpoint: mailingEndpoints.list,
    at: inOrganization,
    lists: { mailings: { id: 'id', door: gets(mailingEndpoints.get, 'mailingId') } },
  },
  'imports.list': {
    endpoint: importEndpoints.list,
    at: inOrganization,
    lists: { imports: { id: 'id', door: gets(importEndpoints.get, 'importId') } },
  },
  'chats.list': { endpoint: chatEndpoints.list, lists: { chats: { id: 'id', door: chatDoor } } },
  'chats.contacts': {
    endpoint: chatEndpoints.contacts,
    at: inOrganization,
    lists: { people: { id: 'membershipId', door: contactDoor } },
  },
  'messages.list': {
    endpoint: messageEndpoints.list,
    at: inChat,
    lists: { messages: { id: 'id', door: gets(messageEndpoints.get, 'messageId') } },
  },
  'calls.list': {
    endpoint: callEndpoints.list,
    lists: { calls: { id: 'id', door: gets(callEndpoints.get, 'callId') } },
  },
  'applications.list': {
    endpoint: applicationEndpoints.list,
    query: { state: 'submitted' },
    lists: { applications: { id: 'id', door: gets(applicationEndpoints.get, 'applicationId') } },
  },
}
