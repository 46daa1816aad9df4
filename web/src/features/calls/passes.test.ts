import { type CallId, chatId as chatIdSchema } from '@kolosok/contract'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ApiProblem } from '#lib/api.ts'
import { type CallIntent } from './current-call.ts'
import { createPasses } from './passes.ts'
import { joinCall } from './queries.ts'

vi.mock('./queries.ts')

const [first, next] = ['first', 'next'] as unknown as [CallId, CallId]
const ended = new ApiProblem({ type: 'about:blank', title: 'Ended', status: 409, code: 'call-ended' })
const intent: CallIntent = {
  chatId: chatIdSchema.parse(crypto.randomUUID()),
  chatKind: 'group',
  title: 'Собрание',
  callId: first,
  entry: 'check',
}

beforeEach(() => {
  vi.mocked(joinCall).mockImplementation((callId) =>
    callId === next ? Promise.resolve({ token: 'a way into the next one', call: {} as never }) : Promise.reject(ended),
  )
})
afterEach(() => vi.resetAllMocks())

test('whoever waited while the call ended and another began is let into the one that goes on', async () => {
  const passes = createPasses(intent, first)
  passes.prepare()
  expect(await passes.take()).toEqual({ out: 'ended' })
  passes.goTo(next)
  expect(await passes.take()).toEqual({ token: 'a way into the next one' })
})
