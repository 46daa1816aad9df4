import type { ProblemCode } from '@kolosok/contract'
import { expect, test } from 'vitest'
import { ApiProblem, NoConnection } from '#lib/api.ts'
import { isRefusal } from './connection.ts'

const problem = (status: number, code: ProblemCode) =>
  new ApiProblem({ type: 'about:blank', title: code, status, code })

test.each([
  { error: problem(403, 'removed-from-call'), what: 'who was removed', is: true },
  { error: problem(409, 'call-ended'), what: 'a call that is over', is: true },
  { error: problem(429, 'too-many-requests'), what: 'many who come back at once behind one address', is: false },
  { error: problem(503, 'calls-unavailable'), what: 'a server that starts anew', is: false },
  { error: new NoConnection(), what: 'no network', is: false },
])('nobody tries again after $what: $is', ({ error, is }) => {
  expect(isRefusal(error)).toBe(is)
})
