import {
  applicationEndpoints,
  callEndpoints,
  chatEndpoints,
  chatRuleEndpoints,
  confirmationEndpoints,
  importEndpoints,
  invitationEndpoints,
  joinRequestEndpoints,
  mailingEndpoints,
  messageEndpoints,
  rollOverEndpoints,
} from '@kolosok/contract'
import { accessChat } from '#chats/index.ts'
import { accessConfirmation } from '#confirmations/access.ts'
import { accessRequest } from '#join-requests/access.ts'
import { chatDoor, childDoor, contactDoor, gets, invitationDoor, opens } from './doors.ts'
import { children, groups, inChat, inGroup, inOrganization, type Row } from './row.ts'

const askedToJoin = {
  requests: {
    id: 'id',
    door: opens(({ db }, { actor }, id) => accessRequest(db, actor, { id: id as never }, 'refuse')),
  },
}

const askedToConfirm = {
  confirmations: {
    id: 'id',
    door: opens(({ db }, { actor }, id, { organizationId }) => {
      const where = { organizationId: organizationId as never, confirmationId: id as never }
      return accessConfirmation(db, actor, where, 'refuse')
    }),
  },
}

/** What is asked for, brought in, said and decided. */
export const otherRows: Record<string, Row> = {
  'invitations.list': {
    endpoint: invitationEndpoints.list,
    at: inOrganization,
    lists: { invitations: { id: 'id', door: invitationDoor }, ...groups },
  },
  'invitations.export': {
    endpoint: invitationEndpoints.export,
    at: inOrganization,
    body: {},
    lists: { invitations: { id: 'id', door: invitationDoor } },
  },
  'invitations.ofGroup': {
    endpoint: invitationEndpoints.ofGroup,
    at: inGroup,
    lists: { children: { id: 'child.id', door: childDoor } },
  },
  'joinRequests.list': {
    endpoint: joinRequestEndpoints.list,
    at: inOrganization,
    lists: askedToJoin,
  },
  'joinRequests.export': { endpoint: joinRequestEndpoints.export, at: inOrganization, body: {}, lists: askedToJoin },
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
    lists: askedToConfirm,
  },
  'confirmations.export': {
    endpoint: confirmationEndpoints.export,
    at: inOrganization,
    body: {},
    lists: askedToConfirm,
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
  // Whoever answers for the organization: they are in it, or may come in, seen by all.
  'chatRules.list': {
    endpoint: chatRuleEndpoints.list,
    at: inOrganization,
    lists: {
      chats: { id: 'id', door: opens(({ db }, { actor }, id) => accessChat(db, actor, id as never, 'enter')) },
      ...groups,
    },
  },
  'rollOvers.children': {
    endpoint: rollOverEndpoints.children,
    at: ({ rollOverId, groupId }) => ({ rollOverId, groupId }),
    lists: children,
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
