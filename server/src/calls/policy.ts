import type { Call, CallAbilities, ProblemCode } from '@kolosok/contract'

/** What a verdict about a call follows from; whoever is not in its chat never gets this far. */
export type CallFacts = {
  readonly chatKind: 'direct' | 'group'
  readonly chatState: 'open' | 'read-only'
  readonly state: 'ringing' | 'active' | 'ended'
  /** A moderator of the chat: the group's confirmed teachers, admins, management. */
  readonly isModerator: boolean
  /** Works here, by any of the memberships that bring them into the chat. */
  readonly isStaff: boolean
  /** It was after their time in the chat began, or the chat shows newcomers everything. */
  readonly isShown: boolean
  readonly isStarter: boolean
  readonly isRemoved: boolean
  /** People come in one by one, as the host lets them. */
  readonly hasWaitingRoom: boolean
  /** What the host said of this one, who may have been in it already. */
  readonly passage: 'none' | 'let-in' | 'turned-away'
}

export type CallVerdict =
  | 'allow'
  | Extract<
      ProblemCode,
      'not-found' | 'forbidden' | 'chat-read-only' | 'call-ended' | 'removed-from-call' | 'waiting-room' | 'turned-away'
    >

/**
 * Whoever started the call, and those who answer for the chat; of one with a waiting room only these. Between two people
 * nobody is the host.
 */
const isHost = (call: CallFacts): boolean =>
  call.chatKind === 'group' && (call.isModerator || (call.isStarter && !call.hasWaitingRoom))

/** How the door stands to somebody who may come to it. */
export function doorOf(call: CallFacts): Call['door'] {
  if (!call.hasWaitingRoom || isHost(call) || call.passage === 'let-in') return 'open'
  return call.passage === 'turned-away' ? 'turned-away' : 'waiting'
}

/** Of the institution, and in whose charge the chat is: no parent records others, whoever began the call. */
const isInCharge = ({ chatKind, isModerator, isStaff, isRemoved }: CallFacts): boolean =>
  chatKind === 'group' && isModerator && isStaff && !isRemoved

function moderate(call: CallFacts): CallVerdict {
  if (!isHost(call) || call.isRemoved) return 'forbidden'
  return call.state === 'ended' ? 'call-ended' : 'allow'
}

export const callPolicy = {
  /** Its members know of a chat's calls, also one who was removed from the call. */
  see: (): CallVerdict => 'allow',

  /** To the door: in at once, or waiting before it; also whoever was turned away, for whom the host may think better of it. */
  wait(call: CallFacts): CallVerdict {
    if (call.isRemoved) return 'removed-from-call'
    if (call.state === 'ended') return 'call-ended'
    return call.chatState === 'read-only' ? 'chat-read-only' : 'allow'
  },

  /** Into the room: nobody gets a token before they are let in. */
  join(call: CallFacts): CallVerdict {
    const verdict = callPolicy.wait(call)
    const door = doorOf(call)
    if (verdict !== 'allow' || door === 'open') return verdict
    return door === 'waiting' ? 'waiting-room' : 'turned-away'
  },

  /**
   * Decides who of those comes in who wait, and shows guests out again. Guests wait before every call of a meeting: being
   * the first in it makes nobody answer for who comes from outside.
   */
  letIn: (call: CallFacts): CallVerdict => (call.isModerator ? moderate(call) : 'forbidden'),

  /** Hanging up a direct call ends it for both, whoever of them does it. Ending twice is no mistake. */
  end: (call: CallFacts): CallVerdict =>
    call.chatKind === 'direct' || (isHost(call) && !call.isRemoved) ? 'allow' : 'forbidden',

  mute: moderate,
  remove: moderate,

  seeAttendance: (call: CallFacts): CallVerdict => (isHost(call) && !call.isRemoved ? 'allow' : 'forbidden'),

  /** What was recorded of it: whom the chat shows that it was, but whom the host sent away. */
  watch: (call: CallFacts): CallVerdict =>
    call.isShown && !call.isRemoved && doorOf(call) !== 'turned-away' ? 'allow' : 'not-found',

  /** Has it recorded. */
  record(call: CallFacts): CallVerdict {
    if (!isInCharge(call)) return 'forbidden'
    if (call.state === 'ended') return 'call-ended'
    return call.chatState === 'read-only' ? 'chat-read-only' : 'allow'
  },

  /** That it is being recorded, and what was: whoever may have it recorded must be able to stop it. */
  seeRecordings: (call: CallFacts): CallVerdict => (isInCharge(call) ? 'allow' : callPolicy.watch(call)),

  /** Also what began before their time in the chat, and what they began themselves while little of it is shown to them. */
  stopRecording(call: CallFacts): CallVerdict {
    const seen = callPolicy.seeRecordings(call)
    return seen === 'allow' && !isInCharge(call) ? 'forbidden' : seen
  },

  /** Recordings handed on and deleted. */
  keepRecordings(call: CallFacts): CallVerdict {
    const seen = callPolicy.watch(call)
    return seen === 'allow' && !isInCharge(call) ? 'forbidden' : seen
  },
} as const

export type CallAction = keyof typeof callPolicy

/** A parent who was allowed to start a call is its host, but not over those who answer for the chat. */
export function mayModeratePerson(isModerator: boolean, isTargetModerator: boolean): boolean {
  return isModerator || !isTargetModerator
}

export function abilitiesIn(call: CallFacts): CallAbilities {
  const isGoingOn = call.state !== 'ended'
  return {
    join: callPolicy.wait(call) === 'allow',
    end: isGoingOn && callPolicy.end(call) === 'allow',
    mute: callPolicy.mute(call) === 'allow',
    remove: callPolicy.remove(call) === 'allow',
    seeAttendance: callPolicy.seeAttendance(call) === 'allow',
    letIn: callPolicy.letIn(call) === 'allow',
    record: callPolicy.record(call) === 'allow',
  }
}
