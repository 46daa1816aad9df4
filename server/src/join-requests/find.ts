import type { FoundOrganization } from '@kolosok/contract'
import type { Actor } from '#platform/actor.ts'
import type { Context } from '#platform/context.ts'
import { transact, type Tx } from '#platform/db.ts'
import { networkOf } from '#platform/network-of.ts'
import { type Limits, passLimits } from '#platform/rate-limits.ts'
import { findByCode, listByName } from './find.store.ts'

const MINUTE = 60 * 1000
/** Enough for whoever mistypes, too slow for whoever tries them all. */
const looking = { every: 20, firstWaitMs: MINUTE, longestWaitMs: 60 * MINUTE, forgetMs: 24 * 60 * MINUTE }
const fromNetwork = { ...looking, every: 200 }

type Asker = { readonly actor: Actor; readonly address: string }

/** Counts one more look at organizations one does not belong to. */
export async function countLook({ clock }: Context, tx: Tx, { actor, address }: Asker): Promise<void> {
  const limits: Limits = {
    [`organization-look:account:${actor.accountId}`]: looking,
    [`organization-look:network:${networkOf(address)}`]: fromNetwork,
  }
  await passLimits(tx, clock(), limits)
}

export async function findOrganizations(
  context: Context,
  asker: Asker,
  text: string,
): Promise<{ organizations: FoundOrganization[] }> {
  await transact(context.db, (tx) => countLook(context, tx, asker))
  const byCode = await findByCode(context.db, text)
  const found = byCode ? [byCode] : await listByName(context.db, text)
  return { organizations: found.map(({ id: _, ...organization }) => organization) }
}
