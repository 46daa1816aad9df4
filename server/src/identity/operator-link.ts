import { AppError } from '#platform/app-error.ts'
import type { Context } from '#platform/context.ts'
import { type Db, transact } from '#platform/db.ts'
import type { Client } from '#platform/http.ts'
import type { Actor } from '#platform/actor.ts'
import { countLimits, waitForLimits } from '#platform/rate-limits.ts'
import { insertAccount } from './account.store.ts'
import { enter, type In } from './enter.ts'
import { linkLimits } from './limits.ts'
import { deleteOpenLinks, insertLink, insertOperator, listOperators, lockOperators, useLink } from './operator.store.ts'
import { createToken, hashToken } from './secrets.ts'
import type { SignInPort } from './sign-in-port.ts'

const LIFE_MS = 3600 * 1000

type LinkContext = Pick<Context, 'db' | 'clock' | 'config'>

/** Nobody runs this installation yet: the start prints a link. */
export const hasOperator = async (db: Db): Promise<boolean> =>
  (await listOperators(db)).some((operator) => operator.accountId !== null)

/** A one-time link for the console, valid an hour; earlier ones end. */
export async function createOperatorLink({ db, clock, config }: LinkContext): Promise<string> {
  const token = createToken()
  await transact(db, async (tx) => {
    const now = clock()
    await deleteOpenLinks(tx)
    await insertLink(tx, hashToken(token), now, new Date(now.getTime() + LIFE_MS))
  })
  return `${config.publicUrl}/operator-link/${token}`
}

/** Signs in the longest-standing operator; without one, makes the first. Whoever reads the console may. */
export async function useOperatorLink(
  context: Context,
  port: SignInPort,
  token: string,
  from: { client: Client; before: Actor | null },
): Promise<In> {
  const outcome = await transact(context.db, async (tx, afterCommit) => {
    const now = context.clock()
    const limits = linkLimits(from.client.address)
    const wait = await waitForLimits(tx, now, limits)
    if (wait > 0) return new AppError('too-many-attempts', { params: { seconds: wait } })
    if (!(await useLink(tx, hashToken(token), now))) {
      await countLimits(tx, now, limits)
      return new AppError('operator-link-spent')
    }
    const [first] = await lockOperators(tx)
    const accountId = first ?? (await insertAccount(tx, now, {}))
    if (!first) await insertOperator(tx, accountId, null)
    const found = { accountId, isNew: !first, losers: [] }
    return enter(context, port, tx, found, { ...from, way: 'operator-link' }, afterCommit)
  })
  if (outcome instanceof AppError) throw outcome
  return outcome
}
