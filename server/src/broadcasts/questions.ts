import type { BroadcastId, Question, QuestionId, QuestionState } from '@kolosok/contract'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import type { Context } from '#platform/context.ts'
import { transact } from '#platform/db.ts'
import { accessBroadcast, factsOf } from './access.ts'
import type { BroadcastContext } from './context.ts'
import { broadcastPolicy } from './policy.ts'
import {
  countWaiting,
  findQuestion,
  insertQuestion,
  listQuestions,
  type QuestionRow,
  updateAnswered,
  updateQuestion,
} from './question.store.ts'
import { lockBroadcast } from './store.ts'
import { recordBroadcastAudit, tellRoom, tellRunning } from './tell.ts'

/** Of one person, waiting at a time. */
const MOST_WAITING = 3

const present = (row: QuestionRow, { accountId }: Actor, isRunning: boolean): Question => ({
  id: row.id,
  text: row.text,
  state: row.state,
  askedAt: row.askedAt.toISOString(),
  isOwn: row.accountId === accountId,
  asker: isRunning ? { accountId: row.accountId, name: row.name, label: row.label } : null,
})

export async function getQuestions({ db }: Context, actor: Actor, id: BroadcastId) {
  const broadcast = await accessBroadcast(db, actor, id, 'see')
  const isRunning = broadcastPolicy.seePeople(factsOf(broadcast, actor)) === 'allow'
  const rows = await listQuestions(db, id, isRunning ? null : actor.accountId)
  return { questions: rows.map((row) => present(row, actor, isRunning)) }
}

type Asking = { readonly broadcastId: BroadcastId; readonly questionId: QuestionId; readonly text: string }

/** The client chose the id: a retry finds what it asked. */
export async function ask(
  context: Context,
  actor: Actor,
  { broadcastId, questionId: id, text }: Asking,
): Promise<Question> {
  const { accountId } = actor
  const row = await transact(context.db, async (tx, afterCommit) => {
    // Also so that nobody asks a fourth while the third is on its way.
    await lockBroadcast(tx, broadcastId)
    await accessBroadcast(tx, actor, broadcastId, 'ask')
    const there = await findQuestion(tx, id)
    if (there && (there.broadcastId !== broadcastId || there.accountId !== accountId)) throw new AppError('not-found')
    if (there) return there
    if ((await countWaiting(tx, broadcastId, accountId)) >= MOST_WAITING) throw new AppError('too-many-questions')
    const isMade = await insertQuestion(tx, { id, broadcastId, accountId, text, askedAt: context.clock() })
    const made = isMade ? await findQuestion(tx, id) : undefined
    if (!made) throw new AppError('not-found')
    await tellRunning(tx, context.bus, broadcastId, afterCommit, accountId)
    return made
  })
  return present(row, actor, false)
}

type Decision = {
  readonly broadcastId: BroadcastId
  readonly questionId: QuestionId
  readonly state: Exclude<QuestionState, 'waiting'>
}

/** Two who decide at once: what was put away stays so, and the second hears it. */
export async function decideQuestion(
  context: BroadcastContext,
  actor: Actor,
  { broadcastId, questionId: id, state }: Decision,
): Promise<Question> {
  const row = await transact(context.db, async (tx, afterCommit) => {
    await lockBroadcast(tx, broadcastId)
    const broadcast = await accessBroadcast(tx, actor, broadcastId, 'run')
    const question = await findQuestion(tx, id)
    if (question?.broadcastId !== broadcastId) throw new AppError('not-found')
    if (question.state === state) return question
    if (question.state === 'answered' || question.state === 'dismissed') throw new AppError('question-closed')
    const at = context.clock()
    if (state === 'shown') await updateAnswered(tx, broadcastId, at)
    await updateQuestion(tx, id, state, at)
    if (state === 'dismissed') {
      await recordBroadcastAudit(tx, actor, broadcast, 'broadcast.question-dismissed', question.accountId)
    }
    await tellRunning(tx, context.bus, broadcastId, afterCommit, question.accountId)
    afterCommit(() => {
      tellRoom(context, broadcastId)
    })
    return { ...question, state }
  })
  return present(row, actor, true)
}
