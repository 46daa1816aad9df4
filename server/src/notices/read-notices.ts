import type { AudienceKind, GroupId, Notice, NoticeId, NoticeUnitId, OrganizationId } from '@kolosok/contract'
import { listTaught } from '#groups/index.ts'
import { accessOrganization } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Context } from '#platform/context.ts'
import type { Db } from '#platform/db.ts'
import { accessNotice, factsOf, scopeOf } from './access.ts'
import { countLetters } from './letter.store.ts'
import { noticePolicy, sendingPolicy } from './policy.ts'
import { presentNotice, presentProgress, presentReceiver } from './present.ts'
import { countAnswers, countByGroup, listReceivers } from './progress.store.ts'
import { mayRemindAt, REMINDERS } from './reminding.ts'
import { listPast, listSent, listWaiting, type NoticeRow, PAGE } from './store.ts'
import { listWordings } from './wording.store.ts'

type Asked = {
  readonly organizationId: OrganizationId
  readonly box: 'waiting' | 'past' | 'sent'
  readonly before?: NoticeId | undefined
}

export async function getNotices(context: Context, actor: Actor, { organizationId, box, before }: Asked) {
  const { db } = context
  const { roles, isClosed } = await accessOrganization(db, actor, organizationId, 'see')
  const now = context.clock()
  const asked = { organizationId, reader: actor.accountId, now, before }
  const isOffice = sendingPolicy.disturb({ roles, audience: 'all', taught: 'none' }) === 'allow'
  const taught = roles.includes('teacher') ? await listTaught(db, organizationId, actor.accountId) : []
  const rows = await listOf(db, box, asked, isOffice)
  const seen = rows.filter(
    (row) => noticePolicy[box === 'sent' ? 'follow' : 'see'](factsOf(row, actor, now)) === 'allow',
  )
  const page = rows.length > PAGE && box !== 'waiting' ? rows[PAGE - 1] : undefined
  return {
    notices: await presentAll(db, actor, page ? seen.filter((row) => rows.indexOf(row) < PAGE) : seen, now),
    next: page?.id ?? null,
    maySendTo: isClosed ? [] : maySendTo(isOffice, taught),
    sendGroups: isOffice ? null : taught,
    mayBeUrgent: isOffice && !isClosed,
    hasMail: context.mail.isOn,
  }
}

type Listing = Parameters<typeof listPast>[1]

function listOf(db: Db, box: Asked['box'], asked: Listing, isOffice: boolean): Promise<NoticeRow[]> {
  switch (box) {
    case 'waiting':
      return listWaiting(db, asked)
    case 'past':
      return listPast(db, asked)
    case 'sent':
      return listSent(db, asked, isOffice)
  }
}

function maySendTo(isOffice: boolean, taught: readonly unknown[]): AudienceKind[] {
  if (isOffice) return ['all', 'staff', 'parents', 'groups']
  return taught.length > 0 ? ['groups'] : []
}

/** With how far they have come, for those who look after them: one count for all. */
export async function presentAll(db: Db, actor: Actor, rows: readonly NoticeRow[], now: Date): Promise<Notice[]> {
  const followed = rows.filter((row) => noticePolicy.follow(factsOf(row, actor, now)) === 'allow')
  const scoped = followed.map((row) => ({ id: row.id, scope: scopeOf(row, actor, now) }))
  const answers = scoped.length > 0 ? await countAnswers(db, scoped) : []
  const counted = Map.groupBy(answers, ({ id }) => id)
  return rows.map((row) => {
    const progress = followed.includes(row) ? presentProgress(row, counted.get(row.id) ?? []) : null
    return presentNotice(row, actor, now, progress)
  })
}

/** One, as its reader meets it; and what those who follow it need besides. */
export async function getNotice(context: Context, actor: Actor, { noticeId }: { noticeId: NoticeId }) {
  const { db } = context
  const now = context.clock()
  const row = await accessNotice(db, actor, noticeId, 'see', now)
  const [notice] = await presentAll(db, actor, [row], now)
  if (!notice) throw new Error('One notice is presented as one')
  const isFollowed = noticePolicy.follow(factsOf(row, actor, now)) === 'allow'
  return { ...notice, following: isFollowed ? await follow(context, actor, row, now) : null }
}

async function follow({ db, mail }: Context, actor: Actor, row: NoticeRow, now: Date) {
  const [groups, letters, wordings] = await Promise.all([
    countByGroup(db, { id: row.id, scope: scopeOf(row, actor, now) }),
    countLetters(db, row.id),
    listWordings(db, row.id),
  ])
  return {
    groups,
    letters,
    wordings: wordings.map(presentWording),
    remindedAt: row.remindedAt?.toISOString() ?? null,
    mayRemindAt: mayRemindAt(row, now)?.toISOString() ?? null,
    remindersLeft: Math.max(0, REMINDERS - row.reminders),
    hasMail: mail.isOn,
  }
}

const presentWording = ({ replacedAt, answers, ...said }: Awaited<ReturnType<typeof listWordings>>[number]) => ({
  ...said,
  replacedAt: replacedAt.toISOString(),
  answers: Number(answers ?? 0),
})

type Looking = {
  readonly noticeId: NoticeId
  readonly state: 'waiting' | 'answered' | 'without-app' | 'left'
  readonly groupId?: GroupId | undefined
  readonly after?: NoticeUnitId | undefined
}

const RECEIVERS = 100

/** Who has not answered yet, and who has: only for those who follow it, and only of the groups they see. */
export async function getReceivers(context: Context, actor: Actor, { noticeId, ...filter }: Looking) {
  const { db } = context
  const now = context.clock()
  const notice = await accessNotice(db, actor, noticeId, 'follow', now)
  const scoped = { id: noticeId, scope: scopeOf(notice, actor, now) }
  const rows = await listReceivers(db, actor.accountId, scoped, { ...filter, limit: RECEIVERS + 1 })
  const page = rows.slice(0, RECEIVERS)
  return {
    receivers: page.map(presentReceiver),
    next: rows.length > RECEIVERS ? (page.at(-1)?.id ?? null) : null,
  }
}
