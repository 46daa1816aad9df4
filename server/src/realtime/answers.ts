import type { AccountId, ChatId } from '@kolosok/contract'
import type { ChatContext } from '#chats/index.ts'
import { findChanges } from '#messages/index.ts'
import { encodeFrame } from './connection.ts'
import type { Hub } from './hub.ts'

const KEPT_MS = 3_000
const MAX_KEPT_BYTES = 32 * 1024 * 1024

type Answer = { readonly rev: number; readonly audienceVersion: number; readonly frame: Buffer }
type Kept = { readonly answer: Promise<Answer | undefined>; readonly until: number }
type Question = {
  readonly chatId: ChatId
  readonly since: number
  /** The revision the asker has heard of; an older answer is none. */
  readonly heard?: number | undefined
}

/**
 * Answers what changed since a revision. After a restart everybody asks the same at once: members with the same
 * cut-off share one answer. The roster in memory may only say yes, and only to an answer made for the same audience;
 * everybody else is asked about in the database.
 */
export function createAnswers(context: ChatContext, hub: Pick<Hub, 'delivered'>) {
  const kept = new Map<string, Kept>()
  let bytes = 0

  async function find(reader: AccountId, question: Question): Promise<Answer | undefined> {
    const { chatId, since } = question
    const found = await findChanges(context, reader, { chatId, since })
    if (!found) return undefined
    const { changes, audienceVersion } = found
    return { rev: changes.rev, audienceVersion, frame: encodeFrame({ type: 'changes', ...changes }) }
  }

  function keep(key: string, answer: Promise<Answer | undefined>): void {
    if (bytes > MAX_KEPT_BYTES) {
      kept.clear()
      bytes = 0
    }
    kept.set(key, { answer, until: performance.now() + KEPT_MS })
    answer.then(
      (found) => (bytes += found?.frame.length ?? 0),
      () => kept.delete(key),
    )
  }

  /** Whatever this node sent before the question has to be in the answer; what comes later reaches the asker live. */
  async function findKept(key: string, { chatId, heard = 0 }: Question, version: number): Promise<Buffer | undefined> {
    const known = kept.get(key)
    const atLeast = Math.max(heard, hub.delivered(chatId) ?? 0)
    const shared = known && known.until > performance.now() ? await known.answer : undefined
    return shared && shared.rev >= atLeast && shared.audienceVersion === version ? shared.frame : undefined
  }

  async function answer(reader: AccountId, question: Question): Promise<Buffer | undefined> {
    const { chatId, since } = question
    const roster = await context.rosters.atLeast(chatId, 0)
    const member = roster?.members.get(reader)
    if (!roster || !member || since < member.joinedRev) return (await find(reader, question))?.frame

    const key = `${chatId} ${String(since)} ${String(member.visibleFromSeq)}`
    const shared = await findKept(key, question, roster.version)
    if (shared) return shared
    const own = find(reader, question)
    keep(key, own)
    const found = await own
    if (found && found.audienceVersion > roster.version) await context.rosters.atLeast(chatId, found.audienceVersion)
    return found?.frame
  }

  return async (reader: AccountId, question: Question): Promise<Buffer> =>
    (await answer(reader, question)) ?? encodeFrame({ type: 'gone', chatId: question.chatId })
}
