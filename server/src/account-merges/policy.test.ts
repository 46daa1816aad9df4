import { describe, expect, test } from 'vitest'
import { type AccountMergeFacts, accountMergePolicy, type AccountMergeVerdict } from './policy.ts'

type Hindrance = Exclude<keyof AccountMergeFacts, 'standing'>

// In the order in which they are told. A missing one does not compile: it must be decided here first.
const hindrances: Record<Hindrance, AccountMergeVerdict> = {
  isOperator: 'merge-operator',
  isPupilAndAdult: 'merge-pupil',
  isPhoneChanging: 'phone-change-waiting',
  isInCall: 'merge-in-call',
}
const standings: Record<AccountMergeFacts['standing'], AccountMergeVerdict | null> = {
  two: null,
  same: 'account-same',
  merged: 'account-merged',
}

const names = Object.keys(hindrances) as Hindrance[]
const cases = Array.from({ length: 2 ** names.length }, (_, bits) =>
  Object.fromEntries(names.map((name, place) => [name, (bits & (1 << place)) !== 0])),
) as Record<Hindrance, boolean>[]

describe.each(Object.entries(standings))('two accounts that are %s', (standing, always) => {
  test.each(cases)('with %o', (facts) => {
    const first = names.find((name) => facts[name])
    const verdict = always ?? (first ? hindrances[first] : 'allow')
    expect(accountMergePolicy.merge({ standing: standing as AccountMergeFacts['standing'], ...facts })).toBe(verdict)
  })
})
