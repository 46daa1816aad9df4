import { expect, test } from 'vitest'
import { abilitiesIn, mayModeratePerson } from './policy.ts'

test('abilities offer nothing in a call that is over but its attendance', () => {
  const open = { chatKind: 'group', chatState: 'open', hasWaitingRoom: false } as const
  const moderator = { isModerator: true, isStaff: true, isStarter: false, isShown: true, isRemoved: false } as const
  const call = { ...open, ...moderator, state: 'ended', passage: 'none' } as const

  const nothing = { join: false, end: false, mute: false, remove: false, letIn: false, record: false }
  expect(abilitiesIn(call)).toEqual({ ...nothing, seeAttendance: true })
})

test.each([
  { host: 'a moderator', isModerator: true, target: 'a moderator', isTarget: true, may: true },
  { host: 'a moderator', isModerator: true, target: 'a member', isTarget: false, may: true },
  { host: 'a member who started it', isModerator: false, target: 'a moderator', isTarget: true, may: false },
  { host: 'a member who started it', isModerator: false, target: 'a member', isTarget: false, may: true },
])('$host over $target: $may', ({ isModerator, isTarget, may }) => {
  expect(mayModeratePerson(isModerator, isTarget)).toBe(may)
})
