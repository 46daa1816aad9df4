import { describe, expect, test } from 'vitest'
import { type CallAction, type CallFacts, callPolicy, type CallVerdict } from './policy.ts'

type State = CallFacts['state']
type Kind = CallFacts['chatKind']

const nobody = {
  isStarter: false,
  isModerator: false,
  isStaff: false,
  isShown: true,
  isRemoved: false,
  passage: 'none',
} as const
const people = {
  'starter': { ...nobody, isStarter: true },
  'moderator': { ...nobody, isModerator: true, isStaff: true },
  'parent-moderator': { ...nobody, isModerator: true },
  'staff-starter': { ...nobody, isStarter: true, isStaff: true },
  'removed-moderator': { ...nobody, isModerator: true, isStaff: true, isRemoved: true },
  'member': nobody,
  'newcomer': { ...nobody, isShown: false },
  'new-moderator': { ...nobody, isModerator: true, isStaff: true, isShown: false },
  'removed': { ...nobody, isRemoved: true, passage: 'let-in' },
  'removed-starter': { ...nobody, isStarter: true, isRemoved: true, passage: 'let-in' },
  'let-in': { ...nobody, passage: 'let-in' },
  'turned-away': { ...nobody, passage: 'turned-away' },
} as const satisfies Record<string, Partial<CallFacts>>
type Who = keyof typeof people

type Row = Record<Who, CallVerdict>
const all = (verdict: CallVerdict): Row => Object.fromEntries(Object.keys(people).map((who) => [who, verdict])) as Row
const joining = (verdict: CallVerdict): Row => ({
  ...all(verdict),
  'removed': 'removed-from-call',
  'removed-starter': 'removed-from-call',
  'removed-moderator': 'removed-from-call',
})
const moderators = (verdict: CallVerdict): Row => ({
  ...all('forbidden'),
  'moderator': verdict,
  'new-moderator': verdict,
  'parent-moderator': verdict,
})
const hosts = (verdict: CallVerdict): Row => ({
  ...moderators(verdict),
  'starter': verdict,
  'staff-starter': verdict,
})
/** Of the institution, and in whose charge the chat is. */
const inCharge = (verdict: CallVerdict): Row => ({
  ...all('forbidden'),
  'moderator': verdict,
  'new-moderator': verdict,
})
const watching: Row = {
  ...all('allow'),
  'newcomer': 'not-found',
  'new-moderator': 'not-found',
  'removed': 'not-found',
  'removed-starter': 'not-found',
  'removed-moderator': 'not-found',
}
const keeping: Row = {
  ...all('not-found'),
  'starter': 'forbidden',
  'moderator': 'allow',
  'parent-moderator': 'forbidden',
  'staff-starter': 'forbidden',
  'member': 'forbidden',
  'let-in': 'forbidden',
  'turned-away': 'forbidden',
}
/** Between two people nobody is in charge. */
const keepingNone: Row = { ...keeping, moderator: 'forbidden' }
const seeing: Row = { ...watching, 'new-moderator': 'allow' }
const stopping: Row = { ...keeping, 'new-moderator': 'allow' }
const behindTheDoor = (row: Row): Row => ({ ...row, 'turned-away': 'not-found' })
const atTheDoor = {
  ...joining('waiting-room'),
  'moderator': 'allow',
  'new-moderator': 'allow',
  'parent-moderator': 'allow',
  'let-in': 'allow',
  'turned-away': 'turned-away',
} as const

const table = {
  see: {
    group: { ringing: all('allow'), active: all('allow'), ended: all('allow') },
    direct: { ringing: all('allow'), active: all('allow'), ended: all('allow') },
  },
  join: {
    group: { ringing: joining('allow'), active: joining('allow'), ended: joining('call-ended') },
    direct: { ringing: joining('allow'), active: joining('allow'), ended: joining('call-ended') },
  },
  wait: {
    group: { ringing: joining('allow'), active: joining('allow'), ended: joining('call-ended') },
    direct: { ringing: joining('allow'), active: joining('allow'), ended: joining('call-ended') },
  },
  letIn: {
    group: { ringing: moderators('allow'), active: moderators('allow'), ended: moderators('call-ended') },
    direct: { ringing: all('forbidden'), active: all('forbidden'), ended: all('forbidden') },
  },
  end: {
    group: { ringing: hosts('allow'), active: hosts('allow'), ended: hosts('allow') },
    direct: { ringing: all('allow'), active: all('allow'), ended: all('allow') },
  },
  mute: {
    group: { ringing: hosts('allow'), active: hosts('allow'), ended: hosts('call-ended') },
    direct: { ringing: all('forbidden'), active: all('forbidden'), ended: all('forbidden') },
  },
  remove: {
    group: { ringing: hosts('allow'), active: hosts('allow'), ended: hosts('call-ended') },
    direct: { ringing: all('forbidden'), active: all('forbidden'), ended: all('forbidden') },
  },
  seeAttendance: {
    group: { ringing: hosts('allow'), active: hosts('allow'), ended: hosts('allow') },
    direct: { ringing: all('forbidden'), active: all('forbidden'), ended: all('forbidden') },
  },
  watch: {
    group: { ringing: watching, active: watching, ended: watching },
    direct: { ringing: watching, active: watching, ended: watching },
  },
  record: {
    group: { ringing: inCharge('allow'), active: inCharge('allow'), ended: inCharge('call-ended') },
    direct: { ringing: all('forbidden'), active: all('forbidden'), ended: all('forbidden') },
  },
  seeRecordings: {
    group: { ringing: seeing, active: seeing, ended: seeing },
    direct: { ringing: watching, active: watching, ended: watching },
  },
  stopRecording: {
    group: { ringing: stopping, active: stopping, ended: stopping },
    direct: { ringing: keepingNone, active: keepingNone, ended: keepingNone },
  },
  keepRecordings: {
    group: { ringing: keeping, active: keeping, ended: keeping },
    direct: { ringing: keepingNone, active: keepingNone, ended: keepingNone },
  },
} satisfies Record<CallAction, Record<Kind, Record<State, Row>>>

const cases = Object.entries(table).flatMap(([action, kinds]) =>
  Object.entries(kinds).flatMap(([chatKind, states]) =>
    Object.entries(states).flatMap(([state, row]) =>
      Object.entries(row).map(([who, verdict]) => ({ action, chatKind, state, who, verdict })),
    ),
  ),
) as { action: CallAction; chatKind: Kind; state: State; who: Who; verdict: CallVerdict }[]

test.each(cases)(
  '$action a $state call in a $chatKind chat as $who: $verdict',
  ({ action, verdict, who, ...facts }) => {
    expect(callPolicy[action]({ ...facts, ...people[who], chatState: 'open', hasWaitingRoom: false })).toBe(verdict)
  },
)

describe('with a waiting room', () => {
  const rows = {
    see: { active: all('allow'), ended: all('allow') },
    wait: { active: joining('allow'), ended: joining('call-ended') },
    join: { active: atTheDoor, ended: joining('call-ended') },
    letIn: { active: moderators('allow'), ended: moderators('call-ended') },
    mute: { active: moderators('allow'), ended: moderators('call-ended') },
    remove: { active: moderators('allow'), ended: moderators('call-ended') },
    end: { active: moderators('allow'), ended: moderators('allow') },
    seeAttendance: { active: moderators('allow'), ended: moderators('allow') },
    watch: { active: behindTheDoor(watching), ended: behindTheDoor(watching) },
    record: { active: inCharge('allow'), ended: inCharge('call-ended') },
    seeRecordings: { active: behindTheDoor(seeing), ended: behindTheDoor(seeing) },
    stopRecording: { active: behindTheDoor(stopping), ended: behindTheDoor(stopping) },
    keepRecordings: { active: behindTheDoor(keeping), ended: behindTheDoor(keeping) },
  } satisfies Record<CallAction, Record<'active' | 'ended', Row>>
  const doors = Object.entries(rows).flatMap(([action, states]) =>
    Object.entries(states).flatMap(([state, row]) =>
      Object.entries(row).map(([who, verdict]) => ({ action, state, who, verdict })),
    ),
  ) as { action: CallAction; state: 'active' | 'ended'; who: Who; verdict: CallVerdict }[]

  test.each(doors)('$action a call ($state) as $who: $verdict', ({ action, state, who, verdict }) => {
    const call = { chatKind: 'group', chatState: 'open', state, hasWaitingRoom: true, ...people[who] } as const
    expect(callPolicy[action](call)).toBe(verdict)
  })
})

describe('a chat that became read-only', () => {
  const call = {
    chatKind: 'group',
    chatState: 'read-only',
    state: 'active',
    hasWaitingRoom: false,
    ...people.member,
  } as const

  test('lets nobody join any more', () => {
    expect(callPolicy.join(call)).toBe('chat-read-only')
  })

  test('has nothing more recorded; what was is there to be played', () => {
    expect(callPolicy.record({ ...call, ...people.moderator })).toBe('chat-read-only')
    expect(callPolicy.watch(call)).toBe('allow')
    expect(callPolicy.stopRecording({ ...call, ...people.moderator })).toBe('allow')
    expect(callPolicy.keepRecordings({ ...call, ...people.moderator })).toBe('allow')
  })
})
