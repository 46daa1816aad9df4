import type { ApplicationOrder, ApplicationStatus, FileId } from '@kolosok/contract'
import { describeFile } from '#files/index.ts'
import { AppError } from '#platform/app-error.ts'
import { type Db, transact } from '#platform/db.ts'
import { accessApplication, getApplicationId } from './access.ts'
import type { ApplicationsContext } from './context.ts'
import { tellOperators } from './events.ts'
import { tellContact } from './letters.ts'
import { applicationPolicy } from './policy.ts'
import { insertStep, listSteps } from './steps.store.ts'
import { factsOf, findApplication, updateApplication } from './store.ts'

/** What the private link shows. */
export async function readStatus({ db, mail }: ApplicationsContext, token: string): Promise<ApplicationStatus> {
  const row = await findApplication(db, await getApplicationId(db, token))
  if (!row) throw new AppError('not-found')
  const facts = { state: row.state, isClaimed: row.claimed_at !== null }
  const steps = await listSteps(db, row.id)
  return {
    state: row.state,
    facts: factsOf(row),
    order: await describeOrder(db, row.order_file_id),
    steps: steps.map(({ kind, at, reason }) => ({ kind, at, reason })),
    isClaimed: facts.isClaimed,
    isMailOn: mail.isOn,
    abilities: {
      correct: applicationPolicy.correct(facts) === 'allow',
      withdraw: applicationPolicy.withdraw(facts) === 'allow',
    },
  }
}

export async function describeOrder(db: Db, fileId: FileId): Promise<ApplicationOrder> {
  const { name, size, mediaType } = await describeFile(db, fileId)
  return { name, size, mediaType }
}

export async function withdrawApplication(context: ApplicationsContext, token: string): Promise<ApplicationStatus> {
  const now = context.clock()
  await transact(context.db, async (tx, afterCommit) => {
    const application = await accessApplication(tx, await getApplicationId(tx, token), { action: 'withdraw' })
    await updateApplication(tx, application.id, { state: 'withdrawn', now })
    await insertStep(tx, { applicationId: application.id, kind: 'withdrawn', accountId: null, now })
    await tellContact(context, tx, 'withdrawn', { id: application.id, ...factsOf(application) })
    await tellOperators(context, tx, afterCommit)
  })
  return readStatus(context, token)
}
