import type { CallAbilities, ProblemCode } from '@kolosok/contract'

/** What a verdict about a call follows from; whoever is not in its chat never gets this far. */
export type CallFacts = {
  readonly chatKind: 'direct' | 'group'
  readonly chatState: 'open' | 'read-only'
  readonly state: 'ringing' | 'active' | 'ended'
  /** A moderator of the chat: the group's confirmed teachers, admins, management. */
  readonly isModerator: boolean
  readonly isStarter: boolean
  readonly isRemoved: boolean
}

export type CallVerdict =
  | 'allow'
  | Extract<ProblemCode, 'forbidden' | 'chat-read-only' | 'call-ended' | 'removed-from-call'>

/** Whoever started the call, and those who answer for the chat. Between two people nobody is the host. */
const isHost = (call: CallFacts): boolean => call.chatKind === 'group' && (call.isStarter || call.isModerator)

function moderate(call: CallFacts): CallVerdict {
  if (!isHost(call) || call.isRemoved) return 'forbidden'
  return call.state === 'ended' ? 'call-ended' : 'allow'
}

export const callPolicy = {
  /** Its members know of a chat's calls, also one who was removed from the call. */
  see: (): CallVerdict => 'allow',

  join(call: CallFacts): CallVerdict {
    if (call.isRemoved) return 'removed-from-call'
    if (call.state === 'ended') return 'call-ended'
    return call.chatState === 'read-only' ? 'chat-read-only' : 'allow'
  },

  /** Hanging up a direct call ends it for both, whoever of them does it. Ending twice is no mistake. */
  end: (call: CallFacts): CallVerdict =>
    call.chatKind === 'direct' || (isHost(call) && !call.isRemoved) ? 'allow' : 'forbidden',

  mute: moderate,
  remove: moderate,

  seeAttendance: (call: CallFacts): CallVerdict => (isHost(call) && !call.isRemoved ? 'allow' : 'forbidden'),
} as const

export type CallAction = keyof typeof callPolicy

/** A parent who was allowed to start a call is its host, but not over those who answer for the chat. */
export function mayModeratePerson(isModerator: boolean, isTargetModerator: boolean): boolean {
  return isModerator || !isTargetModerator
}

export function abilitiesIn(call: CallFacts): CallAbilities {
  const isGoingOn = call.state !== 'ended'
  return {
    join: callPolicy.join(call) === 'allow',
    end: isGoingOn && callPolicy.end(call) === 'allow',
    mute: callPolicy.mute(call) === 'allow',
    remove: callPolicy.remove(call) === 'allow',
    seeAttendance: callPolicy.seeAttendance(call) === 'allow',
  }
}
