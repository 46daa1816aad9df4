import type { MeetingState, ProblemCode } from '@kolosok/contract'
import type { OrganizationRole } from '#organizations/index.ts'

export type PlanFacts = {
  /** In the organization; empty for a stranger. */
  readonly roles: readonly OrganizationRole[]
  /**
   * The groups it is for: all of them taught by the actor, confirmed; other ones, too; `wider`: for everybody, the
   * staff or the parents; `none`: for chats and single people only.
   */
  readonly groups: 'own' | 'other' | 'wider' | 'none'
}

export type MeetingFacts = PlanFacts & {
  readonly isOrganizer: boolean
  readonly isLesson: boolean
  /** By belonging, at this moment. */
  readonly isInvited: boolean
  readonly state: MeetingState
  /** Of the call it is held in: there is none; there will be; it is open. */
  readonly room: 'none' | 'early' | 'open'
  /** It has begun, or is about to. */
  readonly isBegun: boolean
  /** Its protocol. */
  readonly isSigned: boolean
}

export type MeetingVerdict =
  | 'allow'
  | Extract<
      ProblemCode,
      'not-found' | 'forbidden' | 'meeting-over' | 'meeting-cancelled' | 'meeting-early' | 'protocol-signed'
    >

const isOffice = ({ roles }: Pick<PlanFacts, 'roles'>) =>
  roles.some((role) => ['admin', 'head', 'management'].includes(role))

/** The office for anybody; a confirmed teacher for own groups, and for chats and people as these allow. */
const plans = (facts: PlanFacts) =>
  isOffice(facts) || (facts.roles.includes('teacher') && (facts.groups === 'own' || facts.groups === 'none'))

/** Whoever planned it while they may, and the office; a lesson belongs to every teacher of its groups. */
const owns = (meeting: MeetingFacts) =>
  isOffice(meeting) || ((meeting.isOrganizer || (meeting.isLesson && meeting.groups === 'own')) && plans(meeting))

function seeing(meeting: MeetingFacts, isAllowed: boolean): MeetingVerdict {
  if (meeting.roles.length === 0 || !(meeting.isInvited || owns(meeting))) return 'not-found'
  return isAllowed ? 'allow' : 'forbidden'
}

const inState = (meeting: MeetingFacts, verdict: MeetingVerdict, ...refused: MeetingState[]): MeetingVerdict => {
  if (verdict !== 'allow' || !refused.includes(meeting.state)) return verdict
  return meeting.state === 'cancelled' ? 'meeting-cancelled' : 'meeting-over'
}

const planning = (facts: PlanFacts, isAllowed: boolean): MeetingVerdict => {
  if (facts.roles.length === 0) return 'not-found'
  return isAllowed ? 'allow' : 'forbidden'
}

/** Before there is a meeting. */
export const planningPolicy = {
  plan: (facts: PlanFacts) => planning(facts, plans(facts)),
  /** All of the organization, not only one's own. */
  seeAll: (facts: PlanFacts) => planning(facts, isOffice(facts)),
  /** What was held in a year: a teacher of own groups. */
  seeLessons: (facts: PlanFacts) => planning(facts, isOffice(facts) || facts.roles.includes('teacher')),
} as const

export type PlanningAction = keyof typeof planningPolicy

export const meetingPolicy = {
  see: (meeting: MeetingFacts) => seeing(meeting, true),
  answer: (meeting: MeetingFacts) => inState(meeting, seeing(meeting, meeting.isInvited), 'over', 'cancelled'),
  /** Who is invited, and who comes. */
  follow: (meeting: MeetingFacts) => seeing(meeting, owns(meeting)),
  /** Tick who is there: from shortly before it begins, and afterwards. */
  mark(meeting: MeetingFacts): MeetingVerdict {
    const verdict = meetingPolicy.write(meeting)
    return verdict === 'allow' && !meeting.isBegun ? 'meeting-early' : verdict
  },
  /** What was decided, once it is signed; whoever looks after the meeting reads the draft. */
  readDecisions: (meeting: MeetingFacts) => seeing(meeting, meeting.isSigned || owns(meeting)),
  /** Its protocol. */
  write(meeting: MeetingFacts): MeetingVerdict {
    const verdict = inState(meeting, seeing(meeting, owns(meeting)), 'cancelled')
    return verdict === 'allow' && meeting.isSigned ? 'protocol-signed' : verdict
  },
  /** Doing it twice is fine. */
  sign(meeting: MeetingFacts): MeetingVerdict {
    const verdict = inState(meeting, seeing(meeting, owns(meeting)), 'cancelled')
    return verdict === 'allow' && !meeting.isBegun ? 'meeting-early' : verdict
  },
  /** What a lesson gives to do at home. */
  setTask: (meeting: MeetingFacts) => inState(meeting, seeing(meeting, owns(meeting)), 'cancelled'),
  reopen: (meeting: MeetingFacts) => inState(meeting, seeing(meeting, owns(meeting)), 'cancelled'),
  change: (meeting: MeetingFacts) => inState(meeting, seeing(meeting, owns(meeting)), 'over', 'cancelled'),
  /** Into its call: who is invited shortly before it begins, whoever planned it at any time. */
  enter(meeting: MeetingFacts): MeetingVerdict {
    const isForThem = (meeting.isInvited || meeting.isOrganizer) && meeting.room !== 'none'
    const verdict = inState(meeting, seeing(meeting, isForThem), 'over', 'cancelled')
    return verdict === 'allow' && meeting.room === 'early' && !meeting.isOrganizer ? 'meeting-early' : verdict
  },
  /** A link to its call for somebody from outside. */
  inviteGuests: (meeting: MeetingFacts) =>
    inState(meeting, seeing(meeting, owns(meeting) && meeting.room !== 'none'), 'over', 'cancelled'),
  /** Doing it twice is fine. */
  cancel: (meeting: MeetingFacts) => inState(meeting, seeing(meeting, owns(meeting)), 'over'),
} as const

export type MeetingAction = keyof typeof meetingPolicy
