import type { PhoneChangeId } from '@kolosok/contract'
import { phoneChangeId } from '@kolosok/contract'
import { z } from 'zod'
import { type CameBack, findOwner, lockPhone, revokeOpenCodes, takePhone } from '#identity/index.ts'
import { AppError } from '#platform/app-error.ts'
import { publishStale } from '#platform/bus.ts'
import type { Context } from '#platform/context.ts'
import { type AfterCommit, transact, type Tx } from '#platform/db.ts'
import { addJob, defineTask, type Tasks } from '#platform/jobs.ts'
import { lockByCode, lockPhoneChange, type PhoneChangeRow, updatePhoneChange } from './store.ts'
import { tellBoth } from './tell.ts'
import { writeDown } from './write-down.ts'

const TASK = 'change-phone'

/** The day over, the change comes by itself. */
export const queueChange = (tx: Tx, id: PhoneChangeId, runAt: Date): Promise<void> =>
  addJob(tx, TASK, { id }, { runAt, key: `${TASK}:${id}` })

export const phoneChangeTasks = (context: Context): Tasks => ({
  [TASK]: defineTask(z.object({ id: phoneChangeId }), ({ id }) =>
    transact(context.db, async (tx, afterCommit) => {
      const change = await lockPhoneChange(tx, id)
      // Stopped, refused, or brought about by a code meanwhile.
      if (change?.state !== 'agreed' || change.takesEffectAt === null) return
      if (change.takesEffectAt > context.clock()) return queueChange(tx, id, change.takesEffectAt)
      // Ways back that were made for the number of before.
      await revokeOpenCodes(tx, context.clock(), { accountId: change.accountId })
      await comeIntoEffect(context, tx, change, afterCommit)
    }),
  ),
})

/** The code that was handed over opens the account together with the new number, and brings the change about. */
export async function changeByCode(
  context: Context,
  tx: Tx,
  { personalCodeId, phone }: CameBack,
  afterCommit: AfterCommit,
): Promise<'changed' | 'not-meant' | AppError> {
  const change = await lockByCode(tx, personalCodeId)
  if (!change) return 'not-meant'
  if (change.state !== 'agreed' || change.takesEffectAt === null) return new AppError('personal-code-late')
  if (change.newPhone !== phone) return new AppError('personal-code-wrong')
  if (change.takesEffectAt > context.clock()) return new AppError('personal-code-early')
  const isDone = await comeIntoEffect(context, tx, change, afterCommit)
  return isDone ? 'changed' : new AppError('number-has-account')
}

/** Somebody else may have proved that number meanwhile: then it stays theirs, and the change has failed. */
async function comeIntoEffect(
  context: Context,
  tx: Tx,
  change: PhoneChangeRow,
  afterCommit: AfterCommit,
): Promise<boolean> {
  const { id, accountId, newPhone } = change
  const endedAt = context.clock()
  await lockPhone(tx, newPhone)
  const owner = await findOwner(tx, newPhone)
  const isTaken = owner !== undefined && owner.id !== accountId
  await updatePhoneChange(tx, id, { state: isTaken ? 'failed' : 'done', endedAt })
  if (isTaken) {
    await writeDown(context, tx, null, { change, action: 'phone-change.failed' }, afterCommit)
    return false
  }
  const losers = await takePhone(tx, accountId, newPhone)
  await tellBoth(context, tx, change, 'done')
  await writeDown(context, tx, null, { change, action: 'phone-change.done' }, afterCommit)
  afterCommit(() => {
    publishStale(context.bus, losers, 'account')
  })
  return true
}
