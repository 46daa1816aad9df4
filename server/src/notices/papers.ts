import type { GroupId, NoticeId } from '@kolosok/contract'
import { recordAccess, recordAudit } from '#audit/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Context } from '#platform/context.ts'
import { type Db, transact } from '#platform/db.ts'
import { drawApart } from '#platform/paper/draw-apart.ts'
import type { FileAnswer } from '#platform/send-file.ts'
import { accessNotice, type ClearedNotice, scopeOf } from './access.ts'
import { type PaperNotice, type Papers, t } from './paper-words.ts'
import { listReceivers } from './progress.store.ts'
import { findSender } from './letter.store.ts'

const draw = (papers: Papers) => drawApart(new URL('./paper-worker.ts', import.meta.url), papers)

const mediaTypes = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

type Register = { readonly noticeId: NoticeId; readonly format: 'pdf' | 'xlsx' }

/** Everybody it was sent to, those who have left included: who answered what, and when. */
export async function getRegister(context: Context, actor: Actor, { noticeId, format }: Register): Promise<FileAnswer> {
  const now = context.clock()
  const notice = await accessNotice(context.db, actor, noticeId, 'follow', now)
  const scoped = { id: noticeId, scope: scopeOf(notice, actor, now) }
  const receivers = await listReceivers(context.db, actor.accountId, scoped, { limit: null })
  await writeDown(context, actor, notice, 'notice.register-taken')
  return {
    body: await draw({ kind: `register.${format}`, notice: await paperOf(context.db, notice, now), receivers }),
    mediaType: mediaTypes[format],
    name: `${t('register.file', { asks: notice.asks, title: notice.title })}.${format}`,
    isInline: false,
  }
}

type Slips = {
  readonly noticeId: NoticeId
  readonly to: 'without-app' | 'waiting'
  readonly groupId?: GroupId | undefined
}

/** To cut and hand out to those whom no screen reaches. */
export async function getSlips(context: Context, actor: Actor, { noticeId, to, groupId }: Slips): Promise<FileAnswer> {
  const now = context.clock()
  const notice = await accessNotice(context.db, actor, noticeId, 'follow', now)
  const scoped = { id: noticeId, scope: scopeOf(notice, actor, now) }
  const receivers = await listReceivers(context.db, actor.accountId, scoped, { state: to, groupId, limit: null })
  await writeDown(context, actor, notice, 'notice.slips-printed')
  return {
    body: await draw({ kind: 'slips.pdf', notice: await paperOf(context.db, notice, now), receivers }),
    mediaType: mediaTypes.pdf,
    name: t('slip.file', { title: notice.title }),
    isInline: false,
  }
}

async function paperOf(db: Db, notice: ClearedNotice, drawnAt: Date): Promise<PaperNotice> {
  const { organization, timeZone, author } = await findSender(db, notice.id)
  const { title, text, asks, options, sentAt, deadlineAt, correctedAt, withdrawnAt, word, version } = notice
  const files = notice.attachments.map(({ name }) => name)
  const said = { title, text, asks, options, files, author: author ?? notice.author, word, version }
  return { ...said, sentAt, deadlineAt, correctedAt, withdrawnAt, organization, timeZone, drawnAt }
}

const writeDown = (
  { db }: Context,
  actor: Actor,
  { id, organizationId, asks }: ClearedNotice,
  action: 'notice.register-taken' | 'notice.slips-printed',
) =>
  transact(db, async (tx) => {
    await recordAccess(tx, actor, { organizationId, kind: action === 'notice.slips-printed' ? 'slips' : 'register' })
    // The journal calls the register by what was asked.
    await recordAudit(tx, actor, {
      organizationId,
      action,
      subjectKind: 'notice',
      subjectId: id,
      details: { kind: asks },
    })
  })
