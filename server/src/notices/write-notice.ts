import {
  type Attachment,
  type AuditAction,
  type FileId,
  type GivenNotice,
  givenNotice,
  MAX_NOTICES_A_DAY,
  type Notice,
  type NoticeId,
  type OrganizationId,
} from '@kolosok/contract'
import type { z } from 'zod'
import { recordAudit } from '#audit/index.ts'
import { attachFiles, detachFiles } from '#files/index.ts'
import { countOpenGroups, listTaught } from '#groups/index.ts'
import { accessOrganization } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError, invalidFields } from '#platform/app-error.ts'
import type { Context } from '#platform/context.ts'
import { type AfterCommit, transact, type Tx } from '#platform/db.ts'
import { accessNotice, taughtOf } from './access.ts'
import { hasAnswers } from './answer.store.ts'
import { sendingPolicy } from './policy.ts'
import { presentAll } from './read-notices.ts'
import { nudgeAt } from './reminding.ts'
import { findNotice, lockNotice, type NoticeRow } from './store.ts'
import { countSentSince, keepWording } from './wording.store.ts'
import { queueSending } from './queue.ts'
import { tellFollowers } from './tell.ts'
import { insertNotice, replaceFiles, updateNotice, type Written } from './write.store.ts'

type Place = { readonly organizationId: OrganizationId; readonly noticeId: NoticeId }
type Given = Place & z.output<typeof givenNotice>

const DAY = 86_400_000
const YEAR = 366 * DAY

/** Sent, or changed; the client chose the id, so a retry finds what it wrote. Whom it reaches is the queue's work. */
export async function writeNotice(context: Context, actor: Actor, given: Given): Promise<Notice> {
  const now = context.clock()
  await transact(context.db, (tx, afterCommit) => writeIn(tx, context, actor, given, afterCommit))
  const row = await findNotice(context.db, given.noticeId, actor.accountId, now)
  const [notice] = row ? await presentAll(context.db, actor, [row], now) : []
  if (!notice) throw new AppError('not-found')
  return notice
}

/** For a module that sends one of its own, within its transaction: under the same rights and rules. */
export async function sendNotice(
  tx: Tx,
  context: Context,
  actor: Actor,
  { organizationId, noticeId, ...given }: Place & GivenNotice,
  afterCommit: AfterCommit,
): Promise<void> {
  await writeIn(tx, context, actor, { ...givenNotice.parse(given), organizationId, noticeId }, afterCommit)
}

async function writeIn(tx: Tx, context: Context, actor: Actor, given: Given, afterCommit: AfterCommit): Promise<void> {
  const wanted = { ...given, fileIds: [...new Set(given.fileIds)] }
  const { noticeId: id, organizationId, urgency } = wanted
  const now = context.clock()
  await checkSending(tx, actor, wanted, now)
  const action = (await begin(tx, actor, wanted, now)) ?? (await change(tx, actor, wanted, now))
  if (!action) return
  const isUrgent = action === 'notice.sent' && urgency !== null
  await recordAudit(tx, actor, {
    organizationId,
    action: isUrgent ? 'notice.sent-urgently' : action,
    subjectKind: 'notice',
    subjectId: id,
    ...(isUrgent && { details: { kind: urgency } }),
  })
  await queueSending(tx, id, { deadlineAt: new Date(wanted.deadlineAt), now })
  await tellFollowers(tx, context.bus, id, afterCommit)
}

async function checkSending(tx: Tx, actor: Actor, wanted: Given, now: Date): Promise<void> {
  const { organizationId, audience, urgency, deadlineAt } = wanted
  const { roles } = await accessOrganization(tx, actor, organizationId, 'see')
  const taught = new Set((await listTaught(tx, organizationId, actor.accountId)).map(({ id }) => id))
  const own = audience.groupIds.filter((groupId) => taught.has(groupId)).length
  const facts = { roles, audience: audience.kind, taught: taughtOf(audience.groupIds.length, own) }
  const verdict = sendingPolicy.send(facts)
  if (verdict !== 'allow') throw new AppError(verdict)
  if (urgency !== null && sendingPolicy.disturb(facts) !== 'allow') throw new AppError('forbidden')
  const left = Date.parse(deadlineAt) - now.getTime()
  const faults = {
    ...(left <= 0 && { deadlineAt: 'past' }),
    ...(left > YEAR && { deadlineAt: 'too-far' }),
    ...((await countOpenGroups(tx, organizationId, audience.groupIds)) < audience.groupIds.length && {
      audience: 'group-missing',
    }),
  }
  if (Object.keys(faults).length > 0) throw invalidFields(faults)
}

function writtenOf(wanted: Given, attachments: readonly Attachment[], now: Date): Written {
  const { title, text, asks, options, per, audience, urgency, isMailed } = wanted
  const deadlineAt = new Date(wanted.deadlineAt)
  return {
    title,
    text,
    asks,
    options,
    per,
    audience,
    urgency,
    isMailed,
    attachments,
    deadlineAt,
    nudgeAt: nudgeAt(deadlineAt, now),
  }
}

/** Nothing where the id is there already. */
async function begin(tx: Tx, actor: Actor, wanted: Given, now: Date): Promise<AuditAction | undefined> {
  const { noticeId: id, organizationId, fileIds } = wanted
  await lockNotice(tx, id, 'update')
  if (await findNotice(tx, id, actor.accountId, now)) return undefined
  const { accountId: authorId } = actor
  const since = new Date(now.getTime() - DAY)
  if ((await countSentSince(tx, { organizationId, authorId, since })) >= MAX_NOTICES_A_DAY) {
    throw new AppError('too-many-notices')
  }
  const attachments = await attachFiles(tx, actor, fileIds)
  const isMade = await insertNotice(tx, { id, organizationId, authorId }, writtenOf(wanted, attachments, now), now)
  // Sent twice at the same moment: the other one is there now.
  if (!isMade) return undefined
  await replaceFiles(tx, id, fileIds)
  return 'notice.sent'
}

async function change(tx: Tx, actor: Actor, wanted: Given, now: Date): Promise<AuditAction | undefined> {
  await lockNotice(tx, wanted.noticeId, 'update')
  const notice = await accessNotice(tx, actor, wanted.noticeId, 'change', now)
  if (notice.organizationId !== wanted.organizationId) throw new AppError('not-found')
  const isReworded = !isSameWording(notice, wanted)
  if (!isReworded && isSameCircle(notice, wanted)) return undefined
  if (wanted.rev !== notice.rev) throw new AppError('notice-changed')
  const asksAgain = isReworded && (await hasAnswers(tx, notice.id, notice.version))
  if (asksAgain && !wanted.asksAgain) throw new AppError('notice-answered')
  if (isReworded) await keepWording(tx, notice, now)
  const attachments = await attachMore(tx, actor, notice, wanted.fileIds)
  await updateNotice(tx, notice.id, writtenOf(wanted, attachments, now), { asksAgain, now })
  await detachFiles(tx, await replaceFiles(tx, notice.id, wanted.fileIds))
  return asksAgain ? 'notice.corrected' : 'notice.edited'
}

/** What an answer is an answer to. */
const isSameWording = (notice: NoticeRow, wanted: Given) =>
  notice.title === wanted.title &&
  notice.text === wanted.text &&
  notice.asks === wanted.asks &&
  notice.per === wanted.per &&
  notice.options.join('\n') === wanted.options.join('\n') &&
  notice.attachments.map(({ fileId }) => fileId).join() === wanted.fileIds.join()

/** Whom it asks, until when. */
const isSameCircle = (notice: NoticeRow, wanted: Given) =>
  notice.audience === wanted.audience.kind &&
  notice.groupIds.toSorted().join() === wanted.audience.groupIds.toSorted().join() &&
  notice.deadlineAt.getTime() === Date.parse(wanted.deadlineAt) &&
  notice.urgency === wanted.urgency &&
  notice.isMailed === wanted.isMailed

/** Those it holds already stay, whoever brought them; others must be one's own uploads. */
async function attachMore(tx: Tx, actor: Actor, notice: NoticeRow, fileIds: readonly FileId[]): Promise<Attachment[]> {
  const held = new Map(notice.attachments.map((one) => [one.fileId, one]))
  const added = await attachFiles(
    tx,
    actor,
    fileIds.filter((id) => !held.has(id)),
  )
  for (const one of added) held.set(one.fileId, one)
  return fileIds.flatMap((id) => held.get(id) ?? [])
}
