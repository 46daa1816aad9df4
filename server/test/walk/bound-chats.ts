import { office, signedIn } from './roles.ts'
import type { Row } from './row.ts'
import type { Things } from './things.ts'

const notByOthers = ['teacher', 'unconfirmed', 'parent'] as const
const organization = ({ organizationId }: Things) => ({ params: { organizationId } })
const ofOffice = { allowed: office, forbidden: notByOthers } as const
const parts = [{ kind: 'management' }]
const ruleChat = ({ organizationId, ruleChatId }: Things) => ({ params: { organizationId, chatId: ruleChatId } })

export const chatRuleRows = {
  list: { call: organization, ...ofOffice },
  preview: { call: (things) => ({ ...organization(things), body: { parts } }), ...ofOffice },
  create: {
    call: ({ organizationId, unknownId }) => ({
      params: { organizationId, chatId: unknownId },
      body: { title: 'Совет педагогов', parts },
    }),
    ...ofOffice,
  },
  edit: { call: (things) => ({ ...ruleChat(things), body: { title: 'Совет' } }), ...ofOffice },
  close: { call: ruleChat, ...ofOffice },
  reopen: { call: ruleChat, ...ofOffice },
} as const satisfies Record<string, Row>

const parent = ({ groupId, memberships }: Things) => ({ params: { groupId, membershipId: memberships.parent } })

export const committeeRows = {
  list: {
    call: ({ groupId }) => ({ params: { groupId } }),
    allowed: [...office, 'teacher'],
    forbidden: ['parent'],
  },
  mark: { call: parent, allowed: [...office, 'teacher'], forbidden: ['parent'] },
  unmark: { call: parent, allowed: [...office, 'teacher'], forbidden: ['parent'] },
} as const satisfies Record<string, Row>

const free = ({ groupChatId }: Things) => ({ params: { chatId: groupChatId } })
const parentIn = ({ groupChatId, people }: Things) => ({
  params: { chatId: groupChatId, accountId: people.parent.accountId },
})
/** The teacher put it together, with the parent in it. */
const byOwner = { allowed: ['teacher'], forbidden: ['parent'] } as const

export const groupChatRows = {
  create: {
    call: ({ organizationId, unknownId }) => ({
      params: { organizationId, chatId: unknownId },
      body: { title: 'Утренник', membershipIds: [] },
    }),
    allowed: ['admin', 'management', 'teacher'],
    forbidden: ['unconfirmed', 'parent'],
  },
  add: {
    call: (things) => ({ ...free(things), body: { membershipIds: [things.memberships.management] } }),
    ...byOwner,
  },
  appoint: { call: parentIn, ...byOwner },
  dismiss: { call: parentIn, ...byOwner },
  handOver: { call: parentIn, ...byOwner },
  settings: { call: (things) => ({ ...free(things), body: { whoMayWrite: 'staff' } }), ...byOwner },
  close: { call: free, ...byOwner },
  reopen: { call: free, ...byOwner },
} as const satisfies Record<string, Row>

const groupChat = ({ chatId }: Things) => ({ params: { chatId } })
const byLink = ({ chatToken }: Things) => ({ params: { token: chatToken } })

export const chatLinkRows = {
  list: { call: groupChat, ...byOwner },
  create: {
    call: ({ chatId, unknownId }) => ({ params: { chatId, invitationId: unknownId }, body: {} }),
    ...byOwner,
  },
  // Whoever holds the token learns what it leads to for them: in, to asking, or nowhere.
  look: { call: byLink, allowed: signedIn },
  enter: { call: byLink, allowed: signedIn },
} as const satisfies Record<string, Row>
