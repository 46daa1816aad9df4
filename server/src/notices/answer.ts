import type { AccountId, ChildId, NoticeAnswer, NoticeId, NoticeUnitId } from '@kolosok/contract'
import { recordAudit } from '#audit/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError, invalidFields } from '#platform/app-error.ts'
import { publishStale } from '#platform/bus.ts'
import type { Context } from '#platform/context.ts'
import { transact, type Tx } from '#platform/db.ts'
import { accessNotice, type ClearedNotice, scopeOf } from './access.ts'
import {
  type AnswerRow,
  findAnswer,
  getNameIn,
  holdReceiver,
  isReceiver,
  lockReceiver,
  upsertAnswer,
} from './answer.store.ts'
import { listAnswering, listFollowers } from './receiver.store.ts'
import { lockNotice, type NoticeRow } from './store.ts'
import type { ProgressNews } from './tell.ts'

type Given = {
  readonly noticeId: NoticeId
  readonly unitId: NoticeUnitId
  readonly version: number
  readonly choice: number
  readonly rev: number | null
  readonly isOnPaper: boolean
}

export type AnswerContext = Context & { readonly news: ProgressNews }

/** Given, or changed until the deadline. Of two guardians who answer at once the second is told of the first. */
export async function answerNotice(context: AnswerContext, actor: Actor, given: Given): Promise<NoticeAnswer> {
  const now = context.clock()
  return transact(context.db, async (tx, afterCommit) => {
    // Before it is read: whoever corrects the wording is waited for.
    await lockNotice(tx, given.noticeId, 'share')
    const notice = await accessNotice(tx, actor, given.noticeId, given.isOnPaper ? 'enterPaper' : 'answer', now)
    await hold(tx, actor, notice, given, now)
    if (notice.version !== given.version) throw new AppError('notice-changed')
    if (given.choice >= waysOf(notice)) throw invalidFields({ choice: 'invalid' })
    const place = { noticeId: notice.id, version: notice.version, unitId: given.unitId }
    const before = await findAnswer(tx, place)
    if (before && isSame(before, given, actor)) return present(tx, before, notice, actor)
    if ((before?.rev ?? null) !== given.rev) throw new AppError('notice-answer-changed')
    const { choice, isOnPaper } = given
    const answer = { choice, isOnPaper, answeredBy: actor.accountId, answeredAt: now }
    await upsertAnswer(tx, place, answer)
    if (isOnPaper) await recordPaper(tx, actor, notice, given.unitId)
    const reached = [...new Set([...(await listAnswering(tx, notice.id, given.unitId)), actor.accountId])]
    const followers = await listFollowers(tx, notice.id)
    afterCommit(() => {
      publishStale(context.bus, reached, 'notices')
      context.news.answered(notice.id, followers)
    })
    return present(tx, { ...answer, rev: (before?.rev ?? 0) + 1 }, notice, actor)
  })
}

const waysOf = ({ asks, options }: Pick<NoticeRow, 'asks' | 'options'>): number =>
  asks === 'choice' ? options.length : asks === 'agree' ? 2 : 1

/** Whose answer it is must be theirs to give; held until it is written, so that answers come one after another. */
async function hold(tx: Tx, actor: Actor, notice: ClearedNotice, given: Given, now: Date): Promise<void> {
  const { id: noticeId } = notice
  const { unitId } = given
  if (given.isOnPaper) {
    if (!(await isReceiver(tx, { noticeId, unitId }, scopeOf(notice, actor, now)))) throw new AppError('not-found')
    await lockReceiver(tx, noticeId, unitId)
    return
  }
  const own = notice.units.find(({ id }) => id === unitId)
  if (!own) throw new AppError('not-found')
  const [accountId, childId] =
    own.child === null ? [unitId as string as AccountId, null] : [null, unitId as string as ChildId]
  await holdReceiver(tx, noticeId, { accountId, childId }, now)
}

const isSame = (before: AnswerRow, given: Given, actor: Actor) =>
  before.choice === given.choice && before.isOnPaper === given.isOnPaper && before.answeredBy === actor.accountId

async function present(
  tx: Tx,
  answer: AnswerRow,
  { organizationId }: NoticeRow,
  { accountId }: Actor,
): Promise<NoticeAnswer> {
  return {
    choice: answer.choice,
    rev: answer.rev,
    answeredAt: answer.answeredAt.toISOString(),
    by: await getNameIn(tx, organizationId, answer.answeredBy),
    isOwn: answer.answeredBy === accountId,
    isOnPaper: answer.isOnPaper,
  }
}

async function recordPaper(tx: Tx, actor: Actor, { id, organizationId }: NoticeRow, unitId: NoticeUnitId) {
  const about = { subjectKind: 'notice', subjectId: id, details: { unitId } }
  await recordAudit(tx, actor, { organizationId, action: 'notice.answered-on-paper', ...about })
}
