import type { AccountId, BroadcastId, QuestionId, QuestionState } from '@kolosok/contract'
import { type Db, runSql, type Tx } from '#platform/db.ts'

export type QuestionRow = {
  readonly id: QuestionId
  readonly broadcastId: BroadcastId
  readonly accountId: AccountId
  readonly text: string
  readonly state: QuestionState
  readonly askedAt: Date
  readonly name: string
  readonly label: string
}

const QUESTIONS = `
  select q.id, q.broadcast_id as "broadcastId", q.account_id as "accountId", q.text, q.state, q.asked_at as "askedAt",
    coalesce(n.name, '') as name, coalesce(n.label, '') as label
  from broadcast_question q
  join broadcast b on b.id = q.broadcast_id
  left join lateral broadcast_names(b.id, q.account_id) n on true`

export async function findQuestion(db: Db, id: QuestionId): Promise<QuestionRow | undefined> {
  const [row] = await runSql<QuestionRow>(db, `${QUESTIONS} where q.id = $1`, [id])
  return row
}

/** More than anybody answers in an evening. */
const MOST = 300

/** What is shown, then what waits in the order it was asked, then the latest others. */
export function listQuestions(db: Db, id: BroadcastId, asker: AccountId | null): Promise<QuestionRow[]> {
  return runSql<QuestionRow>(
    db,
    `${QUESTIONS} where q.broadcast_id = $1 and ($2::uuid is null or q.account_id = $2)
     order by array_position(array['shown', 'waiting'], q.state) nulls last,
       case when q.state in ('shown', 'waiting') then q.asked_at end, q.decided_at desc, q.id limit ${String(MOST)}`,
    [id, asker],
  )
}

/** One's own that nobody has decided yet. */
export async function countWaiting(db: Db, id: BroadcastId, asker: AccountId): Promise<number> {
  const row = await db
    .selectFrom('broadcast_question')
    .where('broadcast_id', '=', id)
    .where('state', '=', 'waiting')
    .where('account_id', '=', asker)
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

type NewQuestion = Pick<QuestionRow, 'id' | 'broadcastId' | 'accountId' | 'text' | 'askedAt'>

/** False where the id is taken. */
export async function insertQuestion(tx: Tx, question: NewQuestion): Promise<boolean> {
  const { id, broadcastId, accountId, text, askedAt } = question
  const made = await tx
    .insertInto('broadcast_question')
    .values({ id, broadcast_id: broadcastId, account_id: accountId, text, asked_at: askedAt })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}

/** One is shown at a time: the one before has been answered then. */
export async function updateAnswered(tx: Tx, id: BroadcastId, at: Date): Promise<void> {
  await tx
    .updateTable('broadcast_question')
    .where('broadcast_id', '=', id)
    .where('state', '=', 'shown')
    .set({ state: 'answered', decided_at: at })
    .execute()
}

export async function updateQuestion(tx: Tx, id: QuestionId, state: QuestionState, at: Date): Promise<void> {
  await tx.updateTable('broadcast_question').where('id', '=', id).set({ state, decided_at: at }).execute()
}

/** Of broadcasts that ended before this. */
const OLD = `from broadcast_question where broadcast_id in (select id from broadcast where ended_at < $1)`

export async function countOldQuestions(db: Db, before: Date): Promise<number> {
  const [row] = await runSql<{ count: number }>(db, `select count(*)::int as count ${OLD}`, [before])
  return row?.count ?? 0
}

export async function deleteOldQuestions(db: Db, before: Date): Promise<void> {
  await runSql(db, `delete ${OLD}`, [before])
}
