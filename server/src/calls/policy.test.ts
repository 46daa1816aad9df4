import { describe, expect, test } from 'vitest'
import {
  abilitiesIn,
  type CallAction,
  type CallFacts,
  callPolicy,
  type CallVerdict,
  mayModeratePerson,
} from './policy.ts'

type Who = 'starter' | 'moderator' | 'member' | 'removed' | 'removed-starter'
type State = CallFacts['state']
type Kind = CallFacts['chatKind']

const people: Record<Who, Pick<CallFacts, 'isStarter' | 'isModerator' | 'isRemoved'>> = {
  'starter': { isStarter: true, isModerator: false, isRemoved: false },
  'moderator': { isStarter: false, isModerator: true, isRemoved: false },
  'member': { isStarter: false, isModerator: false, isRemoved: false },
  'removed': { isStarter: false, isModerator: false, isRemoved: true },
  'removed-starter': { isStarter: true, isModerator: false, isRemoved: true },
}

type Row = Record<Who, CallVerdict>
const all = (verdict: CallVerdict): Row => ({
  'starter': verdict,
  'moderator': verdict,
  'member': verdict,
  'removed': verdict,
  'removed-starter': verdict,
})
const joining = (verdict: CallVerdict): Row => ({
  ...all(verdict),
  'removed': 'removed-from-call',
  'removed-starter': 'removed-from-call',
})
const hosts = (verdict: CallVerdict): Row => ({ ...all('forbidden'), starter: verdict, moderator: verdict })

const table = {
  see: {
    group: { ringing: all('allow'), active: all('allow'), ended: all('allow') },
    direct: { ringing: all('allow'), active: all('allow'), ended: all('allow') },
  },
  join: {
    group: { ringing: joining('allow'), active: joining('allow'), ended: joining('call-ended') },
    direct: { ringing: joining('allow'), active: joining('allow'), ended: joining('call-ended') },
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
    expect(callPolicy[action]({ ...facts, ...people[who], chatState: 'open' })).toBe(verdict)
  },
)

describe('a chat that became read-only', () => {
  const call = { chatKind: 'group', chatState: 'read-only', state: 'active', ...people.member } as const

  test('lets nobody join any more', () => {
    expect(callPolicy.join(call)).toBe('chat-read-only')
  })
})

test('abilities offer nothing in a call that is over but its attendance', () => {
  const call = { chatKind: 'group', chatState: 'open', state: 'ended', ...people.moderator } as const

  expect(abilitiesIn(call)).toEqual({ join: false, end: false, mute: false, remove: false, seeAttendance: true })
})

test.each([
  { host: 'a moderator', isModerator: true, target: 'a moderator', isTarget: true, may: true },
  { host: 'a moderator', isModerator: true, target: 'a member', isTarget: false, may: true },
  { host: 'a member who started it', isModerator: false, target: 'a moderator', isTarget: true, may: false },
  { host: 'a member who started it', isModerator: false, target: 'a member', isTarget: false, may: true },
])('$host over $target: $may', ({ isModerator, isTarget, may }) => {
  expect(mayModeratePerson(isModerator, isTarget)).toBe(may)
})
