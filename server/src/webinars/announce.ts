import type { WebinarId, WebinarPlan } from '@kolosok/contract'
import { cancelOfWebinar, lockOfWebinar } from '#broadcasts/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import type { Context } from '#platform/context.ts'
import { transact } from '#platform/db.ts'
import { accessWebinar } from './access.ts'
import { holdAsPlanned } from './broadcast.ts'
import { removeAllMaterials } from './materials.ts'
import { getPlan } from './present.ts'
import { queueLetters } from './queue.ts'
import { remindersOf } from './reminding.ts'
import { lockWebinar } from './store.ts'
import { recordWebinarAudit, tellAttendees } from './tell.ts'
import { deleteWebinar, updateCancelled, updatePublished } from './write.store.ts'

type Publishing = { readonly webinarId: WebinarId; readonly rev: number }

/** From now on those it is for see it and register. */
export async function publishWebinar(
  context: Context,
  actor: Actor,
  { webinarId: id, rev }: Publishing,
): Promise<WebinarPlan> {
  const now = context.clock()
  await transact(context.db, async (tx, afterCommit) => {
    await lockWebinar(tx, id)
    const webinar = await accessWebinar(tx, actor, id, 'publish', now)
    if (webinar.written === 'published') return
    if (rev !== webinar.rev) throw new AppError('webinar-changed')
    await updatePublished(tx, id, remindersOf(webinar.startsAt, now))
    await holdAsPlanned(tx, actor, id, webinar)
    await recordWebinarAudit(tx, actor, id, 'webinar.published')
    await tellAttendees(context, tx, id, afterCommit)
  })
  return getPlan(context.db, actor, id, now)
}

type Cancelling = { readonly webinarId: WebinarId; readonly word: string }

/** It stays in the list with the reason, so that nobody comes for nothing; whoever is registered gets a letter. */
export async function cancelWebinar(
  context: Context,
  actor: Actor,
  { webinarId: id, word }: Cancelling,
): Promise<WebinarPlan> {
  const now = context.clock()
  await transact(context.db, async (tx, afterCommit) => {
    await lockWebinar(tx, id)
    await lockOfWebinar(tx, id)
    const webinar = await accessWebinar(tx, actor, id, 'cancel', now)
    if (webinar.written === 'cancelled') {
      if (webinar.word === word) return
      throw new AppError('webinar-cancelled')
    }
    await updateCancelled(tx, id, word)
    await cancelOfWebinar(tx, id)
    await recordWebinarAudit(tx, actor, id, 'webinar.cancelled')
    await queueLetters(tx, { webinarId: id, what: 'cancelled', rev: webinar.rev + 1 })
    await tellAttendees(context, tx, id, afterCommit)
  })
  return getPlan(context.db, actor, id, now)
}

/** A draft, of which nobody has heard. */
export async function removeWebinar(context: Context, actor: Actor, id: WebinarId) {
  await transact(context.db, async (tx, afterCommit) => {
    await lockWebinar(tx, id)
    await accessWebinar(tx, actor, id, 'remove', context.clock())
    await recordWebinarAudit(tx, actor, id, 'webinar.removed')
    await tellAttendees(context, tx, id, afterCommit)
    await removeAllMaterials(tx, id)
    await deleteWebinar(tx, id)
  })
  return {}
}
