import type { Mailing, NewMailing } from '@kolosok/contract'
import { recordAudit } from '#audit/index.ts'
import { listManagers, scopeOf } from '#invitations/index.ts'
import { lockOrganization, quietAt } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import { publishStale } from '#platform/bus.ts'
import type { Context } from '#platform/context.ts'
import { type AfterCommit, transact, type Tx } from '#platform/db.ts'
import { accessMailing, type MailingPlace } from './access.ts'
import { countsOfDay, withinMeasure } from './measure.ts'
import { planMailing } from './plan.ts'
import { dailyMost } from './policy.ts'
import { holdUp, stopDeliveries, waitAgain } from './delivery.store.ts'
import { countSentBy, lockMeasure } from './recipients.store.ts'
import { getMailing, hasMailing, insertMailing, listFailures, listMailings } from './store.ts'
import { queueMailing } from './tasks.ts'

const DAY = 24 * 60 * 60 * 1000

/** Takes the order; the sending itself is the queue's. The same id again answers how far it has come. */
export async function sendMailing(
  context: Context,
  actor: Actor,
  { organizationId, mailingId, ...asked }: MailingPlace & NewMailing,
): Promise<Mailing> {
  return transact(context.db, async (tx, afterCommit) => {
    // Of the same one twice at once the second waits, and finds the first one's.
    await lockOrganization(tx, organizationId)
    if (await hasMailing(tx, mailingId)) {
      await accessMailing(tx, actor, { organizationId, mailingId })
      return getMailing(tx, mailingId)
    }
    const { deliveries, ...plan } = await planMailing(context, tx, actor, { organizationId, ...asked })
    const now = context.clock()
    await lockMeasure(tx)
    const before = await countsOfDay(
      tx,
      deliveries.map(({ address }) => address),
      now,
    )
    const left = withinMeasure(deliveries, before)
    if (left.length === 0) throw new AppError(deliveries.length > 0 ? 'sent-enough-today' : 'nothing-to-send')
    await requireMeasure(context, tx, actor, { organizationId, wanted: left.length })
    // One link to one address: somebody asked for it just now.
    const isAwaited = asked.to === 'invitation'
    await insertMailing(tx, { id: mailingId, organizationId, ...plan, isAwaited, at: now, by: actor.accountId }, left)
    const quiet = isAwaited ? null : await quietAt(tx, organizationId, now)
    if (quiet) await holdUp(tx, mailingId, quiet)
    await recordAudit(tx, actor, {
      organizationId,
      action: 'invitation.sent',
      subjectKind: plan.groupId === null ? 'organization' : 'group',
      subjectId: plan.groupId ?? organizationId,
      details: { mailingId, to: asked.to, messages: left.length },
    })
    await queueMailing(tx, mailingId, quiet ?? now)
    await tellManagers(context, tx, organizationId, actor, afterCommit)
    return getMailing(tx, mailingId)
  })
}

async function requireMeasure(
  { clock }: Context,
  tx: Tx,
  actor: Actor,
  { organizationId, wanted }: Pick<MailingPlace, 'organizationId'> & { wanted: number },
): Promise<void> {
  const { teacher } = await scopeOf(tx, actor, organizationId)
  const most = dailyMost({ managesAll: teacher === null })
  const before = await countSentBy(tx, actor.accountId, new Date(clock().getTime() - DAY))
  if (before + wanted > most) {
    throw new AppError('sent-enough-today', { params: { left: Math.max(0, most - before), most } })
  }
}

async function tellManagers(
  { bus }: Context,
  tx: Tx,
  organizationId: MailingPlace['organizationId'],
  actor: Actor,
  afterCommit: AfterCommit,
): Promise<void> {
  const managers = await listManagers(tx, organizationId, [])
  afterCommit(() => {
    publishStale(bus, [...new Set([...managers, actor.accountId])], 'invitations')
  })
}

export async function getMailings(
  { db }: Context,
  actor: Actor,
  { organizationId }: Pick<MailingPlace, 'organizationId'>,
) {
  const { teacher } = await scopeOf(db, actor, organizationId)
  return { mailings: await listMailings(db, organizationId, teacher) }
}

export async function getProgress({ db }: Context, actor: Actor, place: MailingPlace) {
  await accessMailing(db, actor, place)
  return { ...(await getMailing(db, place.mailingId)), failures: await listFailures(db, place.mailingId) }
}

/** What has not gone out stays here. */
export async function stopMailing(context: Context, actor: Actor, place: MailingPlace): Promise<Mailing> {
  return transact(context.db, async (tx, afterCommit) => {
    await accessMailing(tx, actor, place)
    if (await stopDeliveries(tx, place.mailingId, context.clock())) {
      const { organizationId, mailingId } = place
      const entry = { organizationId, subjectKind: 'organization', subjectId: organizationId } as const
      await recordAudit(tx, actor, { action: 'invitation.sending-stopped', ...entry, details: { mailingId } })
      await tellManagers(context, tx, organizationId, actor, afterCommit)
    }
    return getMailing(tx, place.mailingId)
  })
}

/** Once more to those it has not reached. */
export async function retryMailing(context: Context, actor: Actor, place: MailingPlace): Promise<Mailing> {
  return transact(context.db, async (tx, afterCommit) => {
    await accessMailing(tx, actor, place)
    const { organizationId, mailingId } = place
    const again = await waitAgain(tx, mailingId, context.clock())
    if (again > 0) {
      await requireMeasure(context, tx, actor, { organizationId, wanted: again })
      const entry = { organizationId, subjectKind: 'organization', subjectId: organizationId } as const
      await recordAudit(tx, actor, {
        action: 'invitation.sent-again',
        ...entry,
        details: { mailingId, messages: again },
      })
      await queueMailing(tx, mailingId, context.clock())
      await tellManagers(context, tx, organizationId, actor, afterCommit)
    }
    return getMailing(tx, mailingId)
  })
}
