import type { WorkState } from '@kolosok/contract'
import { describe, expect, test } from 'vitest'
import { type WorkAction, workPolicy } from './policy.ts'

const stands = {
  'teacher': { isTeacher: true, isGuardian: false },
  'guardian': { isTeacher: false, isGuardian: true },
  'teacher who is the guardian': { isTeacher: true, isGuardian: true },
  'other family': { isTeacher: false, isGuardian: false },
} as const
type Stand = keyof typeof stands

const always = (verdict: string): Record<WorkState, string> => ({
  none: verdict,
  handed: verdict,
  accepted: verdict,
  returned: verdict,
})
const until = { ...always('allow'), accepted: 'work-accepted' }
const once = { ...always('allow'), none: 'not-found' }

const table = {
  see: {
    'teacher': always('allow'),
    'guardian': always('allow'),
    'teacher who is the guardian': always('allow'),
    'other family': always('not-found'),
  },
  hand: {
    'teacher': always('forbidden'),
    'guardian': until,
    'teacher who is the guardian': until,
    'other family': always('not-found'),
  },
  answer: {
    'teacher': once,
    'guardian': always('forbidden'),
    'teacher who is the guardian': once,
    'other family': always('not-found'),
  },
} as const satisfies Record<WorkAction, Record<Stand, Record<WorkState, string>>>

describe.each(Object.entries(table))('%s a work', (action, rows) => {
  const cases = Object.entries(rows).flatMap(([stand, states]) =>
    Object.entries(states).map(([state, verdict]) => [stand as Stand, state as WorkState, verdict] as const),
  )
  test.each(cases)('%s, %s → %s', (stand, state, verdict) => {
    expect(workPolicy[action as WorkAction]({ ...stands[stand], state })).toBe(verdict)
  })
})
