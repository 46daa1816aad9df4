import type { AuditAction, Broadcast, BroadcastId, givenBroadcast, OrganizationId } from '@kolosok/contract'
import type { z } from 'zod'
import { announce, rewordAnnouncement } from '#channels/index.ts'
import { countOpenGroups } from '#groups/index.ts'
import { accessOrganization } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError, invalidFields } from '#platform/app-error.ts'
import type { Context } from '#platform/context.ts'
import { type AfterCommit, transact, type Tx } from '#platform/db.ts'
import { accessBroadcast, taughtOf } from './access.ts'
import { updateCancelled } from './live.store.ts'
import { mayPlan } from './policy.ts'
import { getBroadcast } from './present.ts'
import { queueReminder } from './reminding.ts'
import { type BroadcastRow, findBroadcast, findPermission, listConcerned, lockBroadcast } from './store.ts'
import { recordBroadcastAudit, tellConcerned } from './tell.ts'
import { announcementOf } from './words.ts'
import { findWords, insertBroadcast, type Plan, updateAnnounced, updatePlan } from './write.store.ts'

type Given = { readonly organizationId: OrganizationId; readonly broadcastId: BroadcastId } & z.output<
  typeof givenBroadcast
>

const YEAR_MS = 366 * 86_400_000

/** Planned, or the plan changed; the client chose the id, so a retry finds what it wrote. */
export async function saveBroadcast(context: Context, actor: Actor, given: Given): Promise<Broadcast> {
  const { broadcastId: id, organizationId } = given
  const now = context.clock()
  const plan: Plan = { ...given, plannedAt: given.plannedAt === null ? now : new Date(given.plannedAt) }
  await transact(context.db, async (tx, afterCommit) => {
    await checkPlan(tx, actor, given, now)
    const before = await listConcerned(tx, id)
    const action = (await begin(tx, actor, given, plan)) ?? (await change(tx, actor, given, plan))
    if (!action) return
    await recordBroadcastAudit(tx, actor, { id, organizationId }, action)
    await queueReminder(tx, id, { plannedAt: plan.plannedAt, now })
    if (action === 'broadcast.planned') await announceIn(tx, context, actor, given, afterCommit)
    else await reword(tx, context, id, afterCommit, actor)
    await tellConcerned(tx, context.bus, id, afterCommit, before)
  })
  return getBroadcast(context.db, actor, id)
}

async function checkPlan(tx: Tx, actor: Actor, given: Given, now: Date): Promise<void> {
  const { organizationId, audience, plannedAt, rev } = given
  const { roles } = await accessOrganization(tx, actor, organizationId, 'see')
  const { mayTeachers, groups } = await findPermission(tx, organizationId, actor.accountId)
  const own = audience.groupIds.filter((groupId) => groups.some((group) => group.id === groupId)).length
  const facts = { roles, mayTeachers, audience: audience.kind, taught: taughtOf(audience.groupIds.length, own) }
  const verdict = mayPlan(facts)
  if (verdict !== 'allow') throw new AppError(verdict)
  const left = plannedAt === null ? 0 : Date.parse(plannedAt) - now.getTime()
  const faults = {
    // Its retry comes later than it was meant for.
    ...(plannedAt !== null && left <= -60_000 && rev === null && { plannedAt: 'past' }),
    ...(left > YEAR_MS && { plannedAt: 'too-far' }),
    ...((await countOpenGroups(tx, organizationId, audience.groupIds)) < audience.groupIds.length && {
      audience: 'group-missing',
    }),
  }
  if (Object.keys(faults).length > 0) throw invalidFields(faults)
}

/** Nothing where the id is there already. */
async function begin(tx: Tx, actor: Actor, { broadcastId: id, organizationId }: Given, plan: Plan) {
  const isMade = await insertBroadcast(tx, { id, organizationId, hostId: actor.accountId }, plan)
  return isMade ? 'broadcast.planned' : undefined
}

async function change(tx: Tx, actor: Actor, given: Given, plan: Plan): Promise<AuditAction | undefined> {
  await lockBroadcast(tx, given.broadcastId)
  const there = await findBroadcast(tx, given.broadcastId, actor.accountId)
  if (!there || there.organizationId !== given.organizationId) throw new AppError('not-found')
  // A retry of what began at once finds it begun, perhaps.
  if (given.rev === null && there.hostId === actor.accountId && isSame(there, plan, given.plannedAt === null)) {
    return undefined
  }
  await accessBroadcast(tx, actor, given.broadcastId, 'edit')
  if (isSame(there, plan, false)) return undefined
  if (given.rev !== there.rev) throw new AppError('broadcast-changed')
  if (given.plannedAt === null) throw invalidFields({ plannedAt: 'required' })
  await updatePlan(tx, given.broadcastId, plan)
  return 'broadcast.edited'
}

const isSame = (there: BroadcastRow, plan: Plan, isAtOnce: boolean) =>
  there.title === plan.title &&
  there.about === plan.about &&
  there.audience === plan.audience.kind &&
  there.groupIds.toSorted().join() === plan.audience.groupIds.toSorted().join() &&
  there.takesQuestions === plan.takesQuestions &&
  there.hasChat === plan.hasChat &&
  (isAtOnce || there.plannedAt.getTime() === plan.plannedAt.getTime())

async function announceIn(tx: Tx, context: Context, actor: Actor, given: Given, afterCommit: AfterCommit) {
  const { broadcastId: id, organizationId, channelId, plannedAt } = given
  const words = channelId !== null && plannedAt !== null && (await findWords(tx, id))
  if (!words) return
  const text = announcementOf(context, id, words)
  const postId = await announce(tx, context, actor, { channelId, organizationId, text }, afterCommit)
  await updateAnnounced(tx, id, postId)
}

/** What was announced goes on saying what is; `actor` where somebody has put it in other words. */
export async function reword(
  tx: Tx,
  context: Context,
  id: BroadcastId,
  afterCommit: AfterCommit,
  actor: Actor | null = null,
): Promise<void> {
  const words = await findWords(tx, id)
  if (!words?.postId) return
  const text = announcementOf(context, id, words)
  await rewordAnnouncement(tx, context, { postId: words.postId, text, actor }, afterCommit)
}

export async function cancelBroadcast(context: Context, actor: Actor, id: BroadcastId): Promise<Broadcast> {
  await transact(context.db, async (tx, afterCommit) => {
    await lockBroadcast(tx, id)
    const { state, organizationId } = await accessBroadcast(tx, actor, id, 'cancel')
    if (state === 'cancelled') return
    await updateCancelled(tx, id)
    await recordBroadcastAudit(tx, actor, { id, organizationId }, 'broadcast.cancelled')
    await reword(tx, context, id, afterCommit)
    await tellConcerned(tx, context.bus, id, afterCommit)
  })
  return getBroadcast(context.db, actor, id)
}
