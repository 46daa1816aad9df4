import type { NoticeId, OrganizationId } from '@kolosok/contract'
import type { Actor } from '#platform/actor.ts'
import type { Context } from '#platform/context.ts'
import { beginnings } from '#platform/words.ts'
import { factsOf } from './access.ts'
import { noticePolicy } from './policy.ts'
import { listSaying } from './store.ts'

type Search = { readonly organizationId: OrganizationId; readonly search: string; readonly limit: number }

/** Of those that say so, the ones that are for oneself or that one looks after. */
const LOOKED_THROUGH = 50

export async function findNotices(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  actor: Actor,
  { organizationId, search, limit }: Search,
): Promise<{ id: NoticeId; title: string }[]> {
  const begins = beginnings(search)
  if (begins === null) return []
  const now = clock()
  const asked = { organizationId, reader: actor.accountId, now }
  const rows = await listSaying(db, asked, { search, begins, limit: LOOKED_THROUGH })
  return rows
    .filter((row) => noticePolicy.see(factsOf(row, actor, now)) === 'allow')
    .slice(0, limit)
    .map(({ id, title }) => ({ id, title }))
}
