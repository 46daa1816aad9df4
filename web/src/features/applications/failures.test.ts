import { expect, test } from 'vitest'
import { ApiProblem } from '#lib/api.ts'
import { faultsOf } from './failures.ts'

const refused = (code: string) =>
  new ApiProblem({
    type: 'urn:kolosok:problem:invalid-request',
    title: 'The request is not valid',
    status: 400,
    code: 'invalid-request',
    errors: [{ pointer: '#/name', code, detail: code }],
  })

test('half of a character, as cutting leaves it, has a sentence that says what to do', () => {
  expect(faultsOf(refused('invalid-character'))?.['name']).toContain('Сотрите')
})

test('what the screen has no words for yet is still said beside the field', () => {
  expect(faultsOf(refused('never-heard-of'))?.['name']).toBeTruthy()
})
