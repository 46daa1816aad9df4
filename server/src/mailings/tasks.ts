import { type MailingId, mailingId } from '@kolosok/contract'
import { z } from 'zod'
import { quietAt } from '#organizations/index.ts'
import type { Context } from '#platform/context.ts'
import { transact, type Tx } from '#platform/db.ts'
import { addJob, defineSchedule, defineTask, type Tasks } from '#platform/jobs.ts'
import type { Retained } from '#platform/retention.ts'
import {
  countAddresses,
  endInterrupted,
  findNextDue,
  findToSend,
  forgetAddresses,
  giveUp,
  holdUp,
  type MailingFactsToSend,
  takeNext,
} from './delivery.store.ts'
import { deliver, tellProgress } from './deliver.ts'

const SEND = 'send-invitations'
/** Sent by one job; then others have their turn, and screens hear how far it has come. */
const PORTION = 20
const DAY = 24 * 60 * 60 * 1000
const ADDRESSES_KEPT_DAYS = 90
/** A job that fails is tried again for two days. */
const LONGEST_TRIED = 3 * DAY

/** One mailing after another: the queue's other work, codes above all, goes on beside it. */
export const queueMailing = (tx: Tx, id: MailingId, runAt: Date): Promise<void> =>
  addJob(tx, SEND, { mailingId: id }, { key: `mailing:${id}`, queue: 'mailings', runAt })

export const mailingTasks = (context: Context): Tasks => ({
  [SEND]: defineTask(z.object({ mailingId }), ({ mailingId: id }) => sendPortion(context, id)),
  'give-up-sending': defineSchedule('17 * * * *', () => {
    const now = context.clock()
    return giveUp(context.db, new Date(now.getTime() - LONGEST_TRIED), now)
  }),
  'forget-invitation-addresses': defineSchedule('47 3 * * *', () =>
    forgetAddresses(context.db, new Date(context.clock().getTime() - ADDRESSES_KEPT_DAYS * DAY)),
  ),
})

async function sendPortion(context: Context, id: MailingId): Promise<void> {
  const mailing = await findToSend(context.db, id)
  if (!mailing) return
  await endInterrupted(context.db, id, context.clock())
  await keepQuiet(context, id, mailing)
  for (let done = 0; done < PORTION; done++) {
    const taken = await takeNext(context.db, id, context.clock())
    if (!taken) break
    await deliver(context, { id, ...mailing }, taken)
  }
  await tellProgress(context, mailing)
  const dueAt = await findNextDue(context.db, id)
  if (dueAt) await transact(context.db, (tx) => queueMailing(tx, id, dueAt))
}

/** Nobody is woken by an invitation; whoever asked for a link just now still gets it. */
async function keepQuiet({ db, clock }: Context, id: MailingId, mailing: MailingFactsToSend): Promise<void> {
  if (mailing.isAwaited) return
  const until = await quietAt(db, mailing.organizationId, clock())
  if (until) await transact(db, (tx) => holdUp(tx, id, until))
}

export const mailingRetention: readonly Retained[] = [
  { kind: 'invitation-addresses', keptDays: ADDRESSES_KEPT_DAYS, count: countAddresses },
]
