import type { Chat, ProblemCode } from '@kolosok/contract'
import type { OrganizationRole } from '#organizations/index.ts'

/** What a chat's own roster tells; enough for everything but entering. */
export type MemberFacts = {
  readonly kind: Chat['kind']
  readonly state: Chat['state']
  readonly boundTo: 'staff' | 'group' | 'rule' | null
  readonly whoMayWrite: 'all' | 'staff' | 'nobody'
  readonly mayMembersCall: boolean
  readonly chatRole: 'none' | 'member' | 'moderator'
  /** Of the asker, by any of the memberships that bring them here. */
  readonly isStaff: boolean
  /** Came in by themselves rather than by the structure. */
  readonly hasEntered: boolean
  /** Of a chat that people put together. */
  readonly isOwner: boolean
}

export type ChatFacts = MemberFacts & {
  /** From every membership in the chat's organization; empty for a stranger. */
  readonly organizationRoles: readonly OrganizationRole[]
}

export type Verdict = 'allow' | Extract<ProblemCode, 'not-found' | 'forbidden' | 'chat-read-only'>

const mayEnterBoundChats: Record<OrganizationRole, boolean> = {
  'admin': true,
  'head': true,
  'management': true,
  'teacher': false,
  'unconfirmed-teacher': false,
  'parent': false,
  'student': false,
}

const mayCall: Record<Chat['kind'], (chat: MemberFacts) => boolean> = {
  direct: () => true,
  group: (chat) => chat.isStaff || chat.mayMembersCall,
  saved: () => false,
}

/** What the structure decides, nobody in the chat does. */
const onlyFree = (chat: MemberFacts, asked: Verdict): Verdict =>
  asked !== 'not-found' && chat.boundTo !== null ? 'forbidden' : asked

export const chatPolicy = {
  /** Nobody looks in from outside, whatever their role: a hidden chat answers like a missing one. */
  see(chat: MemberFacts): Verdict {
    return chat.chatRole === 'none' ? 'not-found' : 'allow'
  },

  enter(chat: ChatFacts): Verdict {
    if (chat.chatRole !== 'none') return 'allow'
    return chat.boundTo !== null && chat.organizationRoles.some((role) => mayEnterBoundChats[role])
      ? 'allow'
      : 'not-found'
  },

  post(chat: MemberFacts): Verdict {
    const takesPart = chatPolicy.takePart(chat)
    if (takesPart !== 'allow') return takesPart
    if (chat.whoMayWrite === 'nobody') return 'chat-read-only'
    return chat.whoMayWrite === 'staff' && !chat.isStaff ? 'forbidden' : 'allow'
  },

  /** Reacting, voting, and changing what one wrote: also where only some may write. */
  takePart(chat: MemberFacts): Verdict {
    const seen = chatPolicy.see(chat)
    return seen === 'allow' && chat.state === 'read-only' ? 'chat-read-only' : seen
  },

  /** Deleting what others wrote. */
  moderate(chat: MemberFacts): Verdict {
    const seen = chatPolicy.see(chat)
    if (seen !== 'allow') return seen
    return chat.chatRole === 'moderator' && chat.kind === 'group' ? 'allow' : 'forbidden'
  },

  /** Whom the structure put in, only the structure takes out; who entered may be shown the door. */
  removeMember(chat: MemberFacts): Verdict {
    return chatPolicy.moderate(chat)
  },

  /** Who may write, what newcomers see, who may call: whoever keeps order, and is of the staff. */
  configure(chat: MemberFacts): Verdict {
    const asked = chatPolicy.moderate(chat)
    if (asked !== 'allow') return asked
    if (!chat.isStaff) return 'forbidden'
    return chat.state === 'read-only' ? 'chat-read-only' : 'allow'
  },

  /** A chat that follows a group is called like it; what follows a rule, the office names. */
  rename(chat: MemberFacts): Verdict {
    return onlyFree(chat, chatPolicy.configure(chat))
  },

  addMembers(chat: MemberFacts): Verdict {
    return onlyFree(chat, chatPolicy.configure(chat))
  },

  /** By a link: to a chat put together, or to a group's, where it leads to asking to be let into the group. */
  invite(chat: MemberFacts): Verdict {
    const asked = chatPolicy.configure(chat)
    return asked !== 'not-found' && chat.boundTo !== null && chat.boundTo !== 'group' ? 'forbidden' : asked
  },

  /** Moderators, and who owns it next. */
  own(chat: MemberFacts): Verdict {
    const asked = chatPolicy.close(chat)
    return asked === 'allow' && chat.state === 'read-only' ? 'chat-read-only' : asked
  },

  /** Into the archive, and out again. */
  close(chat: MemberFacts): Verdict {
    const seen = chatPolicy.see(chat)
    return seen === 'allow' && !chat.isOwner ? 'forbidden' : seen
  },

  leave(chat: MemberFacts): Verdict {
    const seen = chatPolicy.see(chat)
    if (seen !== 'allow') return seen
    return chat.kind === 'group' && (chat.boundTo === null || chat.hasEntered) ? 'allow' : 'forbidden'
  },

  call(chat: MemberFacts): Verdict {
    const takesPart = chatPolicy.takePart(chat)
    if (takesPart !== 'allow') return takesPart
    return mayCall[chat.kind](chat) ? 'allow' : 'forbidden'
  },
} as const

export type ChatAction = keyof typeof chatPolicy

/** Whether a member can be taken out at all, once the actor may. */
export function mayBeRemoved(
  chat: Pick<MemberFacts, 'boundTo'>,
  member: { readonly hasEntered: boolean; readonly isOwner: boolean },
): boolean {
  return chat.boundTo === null ? !member.isOwner : member.hasEntered
}
