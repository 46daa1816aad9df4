import type { AudienceKind, BroadcastAbilities, BroadcastState, ProblemCode } from '@kolosok/contract'
import type { OrganizationRole } from '#organizations/index.ts'

export type PlanFacts = {
  /** In the organization; empty for a stranger. */
  readonly roles: readonly OrganizationRole[]
  /** An administrator has allowed the teachers to. */
  readonly mayTeachers: boolean
  readonly audience: AudienceKind
  /** How many of the groups it is for the actor teaches, confirmed. */
  readonly taught: 'all' | 'some' | 'none'
}

export type BroadcastFacts = PlanFacts & {
  /** It belongs to a webinar, and so to the operators; when and for whom it is follows from that. */
  readonly isOfWebinar: boolean
  readonly isOperator: boolean
  readonly isHost: boolean
  /** It is for them: by the structure, at this moment. */
  readonly isViewer: boolean
  readonly state: BroadcastState
  readonly stage: 'none' | 'invited' | 'on'
  readonly takesQuestions: boolean
  readonly hasChat: boolean
  /** Has been asked to write no more; whoever runs it can't be. */
  readonly isMuted: boolean
}

type Refusal = Extract<
  ProblemCode,
  | 'not-found'
  | 'forbidden'
  | 'broadcast-started'
  | 'broadcast-not-live'
  | 'broadcast-over'
  | 'broadcast-cancelled'
  | 'broadcast-without-questions'
  | 'broadcast-without-chat'
  | 'muted-in-broadcast'
>
export type BroadcastVerdict = 'allow' | Refusal

const isOffice = ({ roles }: PlanFacts) => roles.some((role) => ['admin', 'head', 'management'].includes(role))

/** The office for anybody; where an administrator allowed it, a confirmed teacher for own groups. */
const plans = (facts: PlanFacts) =>
  isOffice(facts) ||
  (facts.mayTeachers && facts.roles.includes('teacher') && facts.audience === 'groups' && facts.taught === 'all')

/** Whoever planned it while they may, and the office; of a webinar any operator. */
const runs = (broadcast: BroadcastFacts) =>
  broadcast.isOfWebinar ? broadcast.isOperator : isOffice(broadcast) || (broadcast.isHost && plans(broadcast))

const mayRewrite = (broadcast: BroadcastFacts) => runs(broadcast) && !broadcast.isOfWebinar

/** Before there is a broadcast. */
export function mayPlan(facts: PlanFacts): BroadcastVerdict {
  if (facts.roles.length === 0) return 'not-found'
  return plans(facts) ? 'allow' : 'forbidden'
}

function seeing(broadcast: BroadcastFacts, isAllowed = true): BroadcastVerdict {
  const isStranger = !broadcast.isOfWebinar && broadcast.roles.length === 0
  if (isStranger || !(broadcast.isViewer || runs(broadcast))) return 'not-found'
  return isAllowed ? 'allow' : 'forbidden'
}

type States = Partial<Record<BroadcastState, Refusal>>

const unless = (broadcast: BroadcastFacts, seen: BroadcastVerdict, refused: States): BroadcastVerdict =>
  seen === 'allow' ? (refused[broadcast.state] ?? 'allow') : seen

const NOT_LIVE: States = {
  planned: 'broadcast-not-live',
  ended: 'broadcast-not-live',
  cancelled: 'broadcast-not-live',
}

function asking(broadcast: BroadcastFacts): BroadcastVerdict {
  const verdict = unless(broadcast, seeing(broadcast), NOT_LIVE)
  return verdict === 'allow' && !broadcast.takesQuestions ? 'broadcast-without-questions' : verdict
}

function saying(broadcast: BroadcastFacts): BroadcastVerdict {
  const verdict = unless(broadcast, seeing(broadcast), NOT_LIVE)
  if (verdict !== 'allow') return verdict
  if (!broadcast.hasChat) return 'broadcast-without-chat'
  return broadcast.isMuted && !runs(broadcast) ? 'muted-in-broadcast' : 'allow'
}

export const broadcastPolicy = {
  see: (broadcast: BroadcastFacts) => seeing(broadcast),
  join: (broadcast: BroadcastFacts) =>
    unless(broadcast, seeing(broadcast), {
      planned: 'broadcast-not-live',
      ended: 'broadcast-over',
      cancelled: 'broadcast-cancelled',
    }),
  /** What a webinar is about stands in the webinar. */
  edit: (broadcast: BroadcastFacts) =>
    unless(broadcast, seeing(broadcast, mayRewrite(broadcast)), {
      live: 'broadcast-started',
      ended: 'broadcast-over',
      cancelled: 'broadcast-cancelled',
    }),
  /** Doing it twice is fine, here and with the next two. */
  cancel: (broadcast: BroadcastFacts) =>
    unless(broadcast, seeing(broadcast, mayRewrite(broadcast)), { live: 'broadcast-started', ended: 'broadcast-over' }),
  start: (broadcast: BroadcastFacts) =>
    unless(broadcast, seeing(broadcast, runs(broadcast)), {
      ended: 'broadcast-over',
      cancelled: 'broadcast-cancelled',
    }),
  end: (broadcast: BroadcastFacts) =>
    unless(broadcast, seeing(broadcast, runs(broadcast)), {
      planned: 'broadcast-not-live',
      cancelled: 'broadcast-cancelled',
    }),
  enterStage: (broadcast: BroadcastFacts) =>
    unless(broadcast, seeing(broadcast, runs(broadcast) || broadcast.stage !== 'none'), NOT_LIVE),
  ask: asking,
  raiseHand: asking,
  say: saying,
  /** Messages removed, people muted; also afterwards. */
  moderate: (broadcast: BroadcastFacts) => seeing(broadcast, runs(broadcast)),
  setChat: (broadcast: BroadcastFacts) =>
    unless(broadcast, seeing(broadcast, runs(broadcast)), {
      ended: 'broadcast-over',
      cancelled: 'broadcast-cancelled',
    }),
  /** Questions decided, guests let on the stage and put back. */
  run: (broadcast: BroadcastFacts) => unless(broadcast, seeing(broadcast, runs(broadcast)), NOT_LIVE),
  /** Has it recorded. */
  record: (broadcast: BroadcastFacts) => unless(broadcast, seeing(broadcast, runs(broadcast)), NOT_LIVE),
  /** Recordings stopped, handed on and deleted. */
  keepRecordings: (broadcast: BroadcastFacts) => seeing(broadcast, runs(broadcast)),
  /** Who is there, and who was. */
  seePeople: (broadcast: BroadcastFacts) => seeing(broadcast, runs(broadcast)),
} as const

export type BroadcastAction = keyof typeof broadcastPolicy

export function abilitiesIn(broadcast: BroadcastFacts): BroadcastAbilities {
  const may = (action: BroadcastAction) => broadcastPolicy[action](broadcast) === 'allow'
  return {
    watch: may('join'),
    ask: may('ask'),
    say: may('say'),
    edit: may('edit'),
    start: broadcast.state === 'planned' && may('start'),
    end: broadcast.state === 'live' && may('end'),
    enterStage: may('enterStage'),
    run: may('run'),
    record: may('record'),
    seeAttendance: ['live', 'ended'].includes(broadcast.state) && may('seePeople'),
  }
}
