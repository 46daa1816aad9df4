import type { AccountId, Webinar, WebinarId } from '@kolosok/contract'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import type { Context } from '#platform/context.ts'
import { type Db, transact } from '#platform/db.ts'
import { accessWebinar } from './access.ts'
import { moveUp } from './line.ts'
import { presentWebinar } from './present.ts'
import { deleteRegistration, upsertRegistration } from './registration.store.ts'
import { findWebinar, lockWebinar } from './store.ts'
import { recordWebinarAudit, tellSeats } from './tell.ts'

type Registering = { readonly webinarId: WebinarId; readonly name: string }

/** One at a time: of two who want the last seat, the second waits in the line. */
export async function register(context: Context, actor: Actor, { webinarId: id, name }: Registering): Promise<Webinar> {
  const now = context.clock()
  await transact(context.db, async (tx, afterCommit) => {
    await lockWebinar(tx, id)
    const webinar = await accessWebinar(tx, actor, id, 'register', now)
    if (webinar.ownName === name) return
    const { accountId } = actor
    await upsertRegistration(tx, { webinarId: id, accountId, name, askedAt: now })
    if (webinar.ownState === null) await recordWebinarAudit(tx, actor, id, 'webinar.registered')
    await moveUp(context, tx, id, afterCommit, accountId)
    await tellSeats(context, tx, [accountId], afterCommit)
  })
  return getWebinar(context.db, actor, id, now)
}

/** The seat goes to whoever waits longest. */
export async function withdraw(context: Context, actor: Actor, id: WebinarId): Promise<Webinar> {
  const now = context.clock()
  await transact(context.db, async (tx, afterCommit) => {
    await lockWebinar(tx, id)
    const webinar = await accessWebinar(tx, actor, id, 'withdraw', now)
    if (webinar.ownState === null) return
    await deleteRegistration(tx, id, actor.accountId)
    await recordWebinarAudit(tx, actor, id, 'webinar.withdrawn')
    await moveUp(context, tx, id, afterCommit)
    await tellSeats(context, tx, [actor.accountId], afterCommit)
  })
  return getWebinar(context.db, actor, id, now)
}

async function getWebinar(db: Db, actor: Actor & { accountId: AccountId }, id: WebinarId, now: Date) {
  const row = await findWebinar(db, id, actor.accountId)
  if (!row) throw new AppError('not-found')
  return presentWebinar(row, actor, now)
}
