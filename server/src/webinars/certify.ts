import { type AccountId, type WebinarId, wallClockAt } from '@kolosok/contract'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import type { Context } from '#platform/context.ts'
import { transact } from '#platform/db.ts'
import { accessWebinar } from './access.ts'
import { createNumber } from './certificate-number.ts'
import { findBroadcastMinutes, hasCertificates, insertCertificates, updateRevoked } from './certificate.store.ts'
import { sendLetters } from './letters.ts'
import { listWithoutCertificate, updateAttended } from './people.store.ts'
import { lockWebinar } from './store.ts'
import { recordWebinarAudit, tellAttendees } from './tell.ts'

type Marking = {
  readonly webinarId: WebinarId
  readonly accountIds: readonly AccountId[]
  readonly attended: boolean
}

/** What somebody has seen counts for more than what a connection says. */
export async function mark(context: Context, actor: Actor, { webinarId: id, ...marking }: Marking) {
  await transact(context.db, async (tx, afterCommit) => {
    await lockWebinar(tx, id)
    await accessWebinar(tx, actor, id, 'mark', context.clock())
    if (!marking.attended && (await hasCertificates(tx, id, marking.accountIds))) {
      throw new AppError('certificate-issued')
    }
    const count = await updateAttended(tx, id, marking)
    if (count === 0) return
    await recordWebinarAudit(tx, actor, id, 'webinar.attendance-marked', { count, attended: marking.attended })
    await tellAttendees(context, tx, id, afterCommit)
  })
  return {}
}

/** To everybody who was there and has none; doing it again reaches only those who were ticked meanwhile. */
export async function issue(context: Context, actor: Actor, id: WebinarId): Promise<{ issued: number }> {
  const now = context.clock()
  return transact(context.db, async (tx, afterCommit) => {
    await lockWebinar(tx, id)
    const webinar = await accessWebinar(tx, actor, id, 'issue', now)
    if (!webinar.givesCertificate) throw new AppError('webinar-without-certificates')
    const people = await listWithoutCertificate(tx, id)
    const planned = Math.round((webinar.endsAt.getTime() - webinar.startsAt.getTime()) / 60_000)
    const said = {
      title: webinar.title,
      kind: webinar.kind,
      heldOn: wallClockAt(webinar.startsAt, webinar.timeZone).day,
      minutes: (await findBroadcastMinutes(tx, id)) ?? planned,
    }
    const common = { webinarId: id, issuedAt: now, ...said }
    await insertCertificates(
      tx,
      people.map((one) => ({ ...common, ...one, number: createNumber() })),
    )
    if (people.length > 0) {
      await recordWebinarAudit(tx, actor, id, 'webinar.certificates-issued', { count: people.length })
      const accountIds = people.map(({ accountId }) => accountId)
      await sendLetters(context, tx, id, { kind: 'certificate', accountIds })
      await tellAttendees(context, tx, id, afterCommit)
    }
    return { issued: people.length }
  })
}

type Revoking = { readonly webinarId: WebinarId; readonly accountId: AccountId }

export async function revoke(context: Context, actor: Actor, { webinarId: id, accountId }: Revoking) {
  const now = context.clock()
  await transact(context.db, async (tx, afterCommit) => {
    await lockWebinar(tx, id)
    await accessWebinar(tx, actor, id, 'run', now)
    if (!(await updateRevoked(tx, id, accountId, now))) return
    await recordWebinarAudit(tx, actor, id, 'webinar.certificate-revoked', { accountId })
    await tellAttendees(context, tx, id, afterCommit)
  })
  return {}
}
