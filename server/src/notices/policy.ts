import type { AudienceKind, NoticeState, ProblemCode } from '@kolosok/contract'
import type { OrganizationRole } from '#organizations/index.ts'

export type SendFacts = {
  /** In the organization; empty for a stranger. */
  readonly roles: readonly OrganizationRole[]
  readonly audience: AudienceKind
  /** How many of the groups it is for the actor teaches, confirmed. */
  readonly taught: 'all' | 'some' | 'none'
}

export type NoticeFacts = SendFacts & {
  readonly isAuthor: boolean
  /** An answer of theirs, or of a child of theirs, is wanted: by the structure, at this moment. */
  readonly isReceiver: boolean
  readonly state: NoticeState
}

export type NoticeVerdict =
  | 'allow'
  | Extract<ProblemCode, 'not-found' | 'forbidden' | 'notice-over' | 'notice-withdrawn'>

const isOffice = ({ roles }: SendFacts) => roles.some((role) => ['admin', 'head', 'management'].includes(role))
const isTeacher = ({ roles }: SendFacts) => roles.includes('teacher')

/** The office to anybody; a confirmed teacher to own groups. */
const sends = (facts: SendFacts) =>
  isOffice(facts) || (isTeacher(facts) && facts.audience === 'groups' && facts.taught === 'all')

/** Whoever sent it while they may, and the office. */
const owns = (notice: NoticeFacts) => isOffice(notice) || (notice.isAuthor && sends(notice))
/** A teacher of one of its groups sees how that one is getting on. */
const follows = (notice: NoticeFacts) => owns(notice) || (isTeacher(notice) && notice.taught !== 'none')

function seeing(notice: NoticeFacts, isAllowed: boolean): NoticeVerdict {
  if (notice.roles.length === 0 || !(notice.isReceiver || follows(notice))) return 'not-found'
  return isAllowed ? 'allow' : 'forbidden'
}

const inState = (notice: NoticeFacts, verdict: NoticeVerdict, ...refused: NoticeState[]): NoticeVerdict => {
  if (verdict !== 'allow' || !refused.includes(notice.state)) return verdict
  return notice.state === 'withdrawn' ? 'notice-withdrawn' : 'notice-over'
}

const sendPolicy = (facts: SendFacts, isAllowed: boolean): NoticeVerdict => {
  if (facts.roles.length === 0) return 'not-found'
  return isAllowed ? 'allow' : 'forbidden'
}

/** Before there is a notice. */
export const sendingPolicy = {
  send: (facts: SendFacts) => sendPolicy(facts, sends(facts)),
  /** Also at night. */
  disturb: (facts: SendFacts) => sendPolicy(facts, isOffice(facts)),
} as const

export type SendingAction = keyof typeof sendingPolicy

export const noticePolicy = {
  see: (notice: NoticeFacts) => seeing(notice, true),
  answer: (notice: NoticeFacts) => inState(notice, seeing(notice, notice.isReceiver), 'over', 'withdrawn'),
  /** How far it has come, who has not answered yet, the register. */
  follow: (notice: NoticeFacts) => seeing(notice, follows(notice)),
  /** What families brought on paper; also after the deadline, as paper comes late. */
  enterPaper: (notice: NoticeFacts) => inState(notice, seeing(notice, follows(notice)), 'withdrawn'),
  /** Another wording or deadline. */
  change: (notice: NoticeFacts) => inState(notice, seeing(notice, owns(notice)), 'withdrawn'),
  remind: (notice: NoticeFacts) => inState(notice, seeing(notice, owns(notice)), 'over', 'withdrawn'),
  /** Doing it twice is fine. */
  withdraw: (notice: NoticeFacts) => seeing(notice, owns(notice)),
} as const

export type NoticeAction = keyof typeof noticePolicy

/** All of it, or only what concerns the groups one teaches. */
export const followsAll = (notice: NoticeFacts): boolean => owns(notice)
