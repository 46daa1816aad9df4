import { describe, expect, test } from 'vitest'
import { type PhoneChangeAction, type PhoneChangeFacts, phoneChangePolicy, type PhoneChangeVerdict } from './policy.ts'

type Whose = Record<PhoneChangeFacts['whose'], PhoneChangeVerdict>
const open: Record<PhoneChangeFacts['by'], Whose> = {
  office: { 'member': 'allow', 'operator': 'forbidden', 'the-asker': 'forbidden', 'stranger': 'not-found' },
  operator: { 'member': 'allow', 'operator': 'allow', 'the-asker': 'forbidden', 'stranger': 'allow' },
}
const over = Object.fromEntries(
  Object.entries(open).map(([by, row]) => [
    by,
    Object.fromEntries(
      Object.entries(row).map(([whose, verdict]) => [whose, verdict === 'allow' ? 'phone-change-over' : verdict]),
    ),
  ]),
) as typeof open

// A missing state or action does not compile: it must be decided here first.
const byState: Record<PhoneChangeFacts['state'], typeof open> = {
  requested: open,
  agreed: open,
  done: over,
  refused: over,
  stopped: over,
  failed: over,
}
const table = { agree: byState, agreeInPerson: byState, refuse: byState } as const satisfies Record<
  PhoneChangeAction,
  typeof byState
>

describe.each(Object.entries(table))('to %s to another number', (action, states) => {
  for (const [state, rows] of Object.entries(states)) {
    for (const [by, row] of Object.entries(rows)) {
      for (const [whose, verdict] of Object.entries(row)) {
        test(`that is ${state}, of a ${whose}, by ${by}: ${verdict}`, () => {
          const facts = { whose, by, state, hasAsked: false } as PhoneChangeFacts
          expect(phoneChangePolicy[action as PhoneChangeAction](facts)).toBe(verdict)
          // Whoever has asked in that person's name decides like anybody else, only not at once.
          const alone = action === 'agreeInPerson' && verdict === 'allow' ? 'forbidden' : verdict
          expect(phoneChangePolicy[action as PhoneChangeAction]({ ...facts, hasAsked: true })).toBe(alone)
        })
      }
    }
  }
})
