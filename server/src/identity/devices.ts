import type { ComingBackCode, Device, PersonalCodeId, SessionId } from '@kolosok/contract'
import { recordAudit } from '#audit/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import { publishStale } from '#platform/bus.ts'
import type { Context } from '#platform/context.ts'
import { transact } from '#platform/db.ts'
import { endSessionsOf } from './enter.ts'
import { listOpenComingBackCodes, revokeComingBackCode } from './personal-code.store.ts'
import { listOpenSessions } from './session.store.ts'

type Devices = { readonly devices: Device[]; readonly comingBackCodes: ComingBackCode[] }

export async function listDevices({ db, clock }: Context, { accountId, sessionId }: Actor): Promise<Devices> {
  const [sessions, codes] = await Promise.all([
    listOpenSessions(db, accountId),
    listOpenComingBackCodes(db, accountId, clock()),
  ])
  return {
    devices: sessions.map((session) => ({
      sessionId: session.id,
      userAgent: session.device,
      address: session.address,
      createdAt: session.created_at.toISOString(),
      usedAt: session.used_at.toISOString(),
      isThisOne: session.id === sessionId,
    })),
    comingBackCodes: codes.map((code) => ({
      ...code,
      createdAt: code.createdAt.toISOString(),
      expiresAt: code.expiresAt.toISOString(),
    })),
  }
}

/** Another's session is no session at all. */
export async function endDevice(context: Context, actor: Actor, sessionId: SessionId): Promise<void> {
  await transact(context.db, async (tx, afterCommit) => {
    const ended = await endSessionsOf(context, tx, actor.accountId, { only: sessionId }, afterCommit)
    if (ended.length === 0) throw new AppError('not-found')
    await recordAudit(tx, actor, {
      organizationId: null,
      action: 'session.ended',
      subjectKind: 'session',
      subjectId: sessionId,
    })
  })
}

export async function endOtherDevices(context: Context, actor: Actor): Promise<void> {
  await transact(context.db, async (tx, afterCommit) => {
    const which = { allBut: actor.sessionId }
    const ended = await endSessionsOf(context, tx, actor.accountId, which, afterCommit)
    const subject = { organizationId: null, subjectKind: 'account', subjectId: actor.accountId }
    await recordAudit(tx, actor, { ...subject, action: 'sessions.ended', details: { count: ended.length } })
  })
}

/** «Это не я просил(а)». */
export async function refuseComingBackCode(
  { db, bus, clock }: Context,
  actor: Actor,
  personalCodeId: PersonalCodeId,
): Promise<void> {
  await transact(db, async (tx, afterCommit) => {
    const isThere = await revokeComingBackCode(tx, personalCodeId, actor.accountId, clock())
    if (!isThere) throw new AppError('not-found')
    const subject = { organizationId: null, subjectKind: 'personal-code', subjectId: personalCodeId }
    await recordAudit(tx, actor, { ...subject, action: 'personal-code.revoked' })
    afterCommit(() => {
      publishStale(bus, [actor.accountId], 'devices')
    })
  })
}
