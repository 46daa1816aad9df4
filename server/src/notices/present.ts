import type { Notice, NoticeProgress, NoticeReceiver } from '@kolosok/contract'
import { isOffered } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import { factsOf } from './access.ts'
import { noticePolicy } from './policy.ts'
import type { ReceiverRow } from './progress.store.ts'
import type { NoticeRow } from './store.ts'

type Reader = Pick<Actor, 'accountId'>

export function presentNotice(row: NoticeRow, actor: Reader, now: Date, progress: NoticeProgress | null): Notice {
  const facts = factsOf(row, actor, now)
  return {
    id: row.id,
    organizationId: row.organizationId,
    title: row.title,
    text: row.text,
    attachments: row.attachments,
    asks: row.asks,
    options: row.options,
    per: row.per,
    audience: { kind: row.audience, groupIds: row.groupIds },
    state: facts.state,
    deadlineAt: row.deadlineAt.toISOString(),
    urgency: row.urgency,
    isMailed: row.isMailed,
    rev: row.rev,
    version: row.version,
    sentAt: row.sentAt.toISOString(),
    correctedAt: row.correctedAt?.toISOString() ?? null,
    word: row.word,
    author: row.author,
    isOwn: facts.isAuthor,
    isReminded: row.units.some(({ remindedAt, answer }) => remindedAt !== null && answer === null),
    units: row.units.map(({ id, child, answer }) => ({ id, child, answer })),
    progress,
    mayChange: isOffered(noticePolicy.change(facts), row),
  }
}

type Counted = { readonly choice: number | null; readonly count: number; readonly withoutApp: number }

export function presentProgress({ asks, options }: NoticeRow, counted: readonly Counted[]): NoticeProgress {
  const ways = asks === 'choice' ? options.length : asks === 'agree' ? 2 : 1
  const choices = Array.from({ length: ways }, (_, index) => counted.find(({ choice }) => choice === index)?.count ?? 0)
  const answered = choices.reduce((sum, count) => sum + count, 0)
  const waiting = counted.find(({ choice }) => choice === null)
  return { asked: answered + (waiting?.count ?? 0), answered, withoutApp: waiting?.withoutApp ?? 0, choices }
}

export const presentReceiver = ({ leftAt, remindedAt, ...row }: ReceiverRow): NoticeReceiver => ({
  ...row,
  hasLeft: leftAt !== null,
  remindedAt: remindedAt?.toISOString() ?? null,
})
