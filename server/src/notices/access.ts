import type { NoticeId, NoticeState } from '@kolosok/contract'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import type { Db } from '#platform/db.ts'
import { followsAll, type NoticeAction, type NoticeFacts, noticePolicy } from './policy.ts'
import { findNotice, type NoticeRow } from './store.ts'

type Reader = Pick<Actor, 'accountId'>

/** A notice this actor has been cleared for. Only `accessNotice` makes one. */
export type ClearedNotice = NoticeRow & { readonly clearedFor: NoticeAction }

/** In a closed organization nobody answers any more. */
const stateOf = ({ withdrawnAt, deadlineAt, isOrganizationClosed }: NoticeRow, now: Date): NoticeState => {
  if (withdrawnAt) return 'withdrawn'
  return deadlineAt > now && !isOrganizationClosed ? 'open' : 'over'
}

export function factsOf(notice: NoticeRow, { accountId }: Reader, now: Date): NoticeFacts {
  const { roles, audience, groupIds, taughtIds } = notice
  return {
    roles,
    audience,
    taught: taughtOf(audience === 'groups' ? groupIds.length : Infinity, taughtIds.length),
    isAuthor: notice.authorId === accountId,
    isReceiver: notice.units.length > 0,
    state: stateOf(notice, now),
  }
}

export const taughtOf = (all: number, own: number): NoticeFacts['taught'] =>
  own === 0 ? 'none' : own < all ? 'some' : 'all'

/** The only door to a notice. */
export async function accessNotice(
  db: Db,
  actor: Reader,
  id: NoticeId,
  action: NoticeAction,
  now: Date,
): Promise<ClearedNotice> {
  const notice = await findNotice(db, id, actor.accountId, now)
  const verdict = notice ? noticePolicy[action](factsOf(notice, actor, now)) : 'not-found'
  if (!notice || verdict !== 'allow') throw new AppError(verdict === 'allow' ? 'not-found' : verdict)
  return { ...notice, clearedFor: action }
}

/** Which groups' receivers somebody may see who follows it; null: all. */
export const scopeOf = (notice: NoticeRow, actor: Reader, now: Date) =>
  followsAll(factsOf(notice, actor, now)) ? null : notice.taughtIds
