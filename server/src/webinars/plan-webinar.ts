import {
  type AccountId,
  type givenWebinar,
  MAX_WEBINARS_AHEAD,
  type WebinarId,
  type WebinarPlan,
} from '@kolosok/contract'
import type { z } from 'zod'
import { lockOfWebinar } from '#broadcasts/index.ts'
import { timesOn } from '#meetings/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError, invalidFields } from '#platform/app-error.ts'
import type { Context } from '#platform/context.ts'
import { type AfterCommit, transact, type Tx } from '#platform/db.ts'
import { lockName } from '#platform/lock-name.ts'
import { holdAsPlanned } from './broadcast.ts'
import { accessWebinar, type ClearedWebinar } from './access.ts'
import { sendLetters } from './letters.ts'
import { moveUp } from './line.ts'
import { getPlan } from './present.ts'
import { queueLetters } from './queue.ts'
import { listAttendees } from './registration.store.ts'
import { remindersOf } from './reminding.ts'
import { findWebinar, lockWebinar } from './store.ts'
import { recordWebinarAudit, tellAttendees } from './tell.ts'
import { countAhead, insertWebinar, updateWebinar, type Written } from './write.store.ts'

type Given = { readonly webinarId: WebinarId } & z.output<typeof givenWebinar>

const YEAR_MS = 366 * 86_400_000

/** A draft, or what is announced changed; the client chose the id, so a retry finds what it wrote. */
export async function saveWebinar(context: Context, actor: Actor, given: Given): Promise<WebinarPlan> {
  const now = context.clock()
  await transact(context.db, async (tx, afterCommit) => {
    await lockWebinar(tx, given.webinarId)
    const written = { ...given, ...timesOn(given.day, given, given.timeZone) }
    const known = await findWebinar(tx, given.webinarId, actor.accountId)
    if (known) await change(context, tx, actor, { given, written, afterCommit })
    else await begin(tx, actor, given, written, now)
  })
  return getPlan(context.db, actor, given.webinarId, now)
}

function checkTimes({ startsAt, endsAt }: Written, now: Date): void {
  const faults = {
    ...(endsAt <= now && { day: 'past' }),
    ...(startsAt.getTime() - now.getTime() > YEAR_MS && { day: 'too-far' }),
  }
  if (Object.keys(faults).length > 0) throw invalidFields(faults)
}

async function begin(tx: Tx, actor: Actor, { webinarId: id, rev }: Given, written: Written, now: Date): Promise<void> {
  // What was deleted meanwhile does not come back.
  if (rev !== null) throw new AppError('not-found')
  checkTimes(written, now)
  await lockName(tx, 'webinars')
  if ((await countAhead(tx, now)) >= MAX_WEBINARS_AHEAD) throw new AppError('too-many-webinars')
  await insertWebinar(tx, id, actor.accountId, written)
  await recordWebinarAudit(tx, actor, id, 'webinar.drafted')
}

type Change = { readonly given: Given; readonly written: Written; readonly afterCommit: AfterCommit }

async function change(context: Context, tx: Tx, actor: Actor, { given, written, afterCommit }: Change): Promise<void> {
  const now = context.clock()
  const { webinarId: id, rev } = given
  await lockOfWebinar(tx, id)
  const webinar = await accessWebinar(tx, actor, id, 'change', now)
  if (isSame(webinar, written)) return
  if (rev !== webinar.rev) throw new AppError('webinar-changed')
  const isTimed = webinar.startsAt.getTime() !== written.startsAt.getTime()
  if (isTimed || webinar.endsAt.getTime() !== written.endsAt.getTime()) checkTimes(written, now)
  const isAnnounced = webinar.written === 'published'
  const before = isAnnounced ? await listAttendees(tx, id) : []
  await updateWebinar(tx, id, written, isAnnounced && isTimed ? remindersOf(written.startsAt, now) : null)
  await recordWebinarAudit(tx, actor, id, 'webinar.changed')
  if (!isAnnounced) return
  if (isTimed || webinar.place !== written.place || webinar.kind !== written.kind) {
    await queueLetters(tx, { webinarId: id, what: 'moved', rev: webinar.rev + 1 })
  }
  await tellLeftOut(context, tx, id, before)
  await holdAsPlanned(tx, actor, id, written)
  await moveUp(context, tx, id, afterCommit)
  await tellAttendees(context, tx, id, afterCommit)
}

/** Whoever it was for until now, and is not any more, is told so rather than comes for nothing. */
async function tellLeftOut(context: Context, tx: Tx, id: WebinarId, before: readonly AccountId[]): Promise<void> {
  const still = new Set(await listAttendees(tx, id))
  const accountIds = before.filter((accountId) => !still.has(accountId))
  if (accountIds.length > 0) await sendLetters(context, tx, id, { kind: 'narrowed', accountIds })
}

/** Nothing to do for whoever says it again. */
function isSame(webinar: ClearedWebinar, written: Written): boolean {
  const plain = ['title', 'about', 'speaker', 'kind', 'place', 'timeZone', 'seats', 'givesCertificate'] as const
  return (
    plain.every((name) => webinar[name] === written[name]) &&
    webinar.startsAt.getTime() === written.startsAt.getTime() &&
    webinar.endsAt.getTime() === written.endsAt.getTime() &&
    webinar.roles.toSorted().join() === written.roles.toSorted().join()
  )
}
