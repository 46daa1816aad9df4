import type { CallId } from '@kolosok/contract'
import type { TokenAnswer } from '#features/rooms/index.ts'
import { isProblem } from '#lib/api.ts'
import { type CallIntent, nameCall } from './current-call.ts'
import { joinCall, startCall } from './queries.ts'

/** Half of a token's life: one that is older may not last until the connection stands. */
const FRESH_MS = 60_000

/** Ways into the call, as often as the connection is lost. The first one starts it where it isn't yet. */
export function createPasses({ chatId, chatKind, callId }: CallIntent, newCallId: CallId) {
  let known = callId
  let early: { readonly answer: Promise<TokenAnswer | undefined>; readonly at: number } | undefined

  async function ask(): Promise<TokenAnswer> {
    known ??= (await startCall(chatId, newCallId)).id
    try {
      const { token } = await joinCall(known)
      nameCall(known)
      return { token }
    } catch (error) {
      if (isProblem(error, 'call-ended') || isProblem(error, 'chat-read-only')) return { out: 'ended' }
      if (isProblem(error, 'not-found')) return { out: 'gone' }
      if (isProblem(error, 'removed-from-call')) return { out: 'removed' }
      throw error
    }
  }

  return {
    /** To the chat's next call: the one they came for ended before they were in. */
    goTo(callId: CallId): void {
      known = callId
      early = undefined
      nameCall(callId)
    },
    /** Whoever looks at their devices is on the way into the group's call: one wait less behind the button. */
    prepare(): void {
      if (!known || chatKind !== 'group') return
      early = { answer: ask().catch(() => undefined), at: performance.now() }
    },
    async take(): Promise<TokenAnswer> {
      const kept = early && performance.now() - early.at < FRESH_MS ? await early.answer : undefined
      early = undefined
      return kept && 'token' in kept ? kept : ask()
    },
  }
}
