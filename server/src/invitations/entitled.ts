import { hashToken, listEntitlements } from '#identity/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Context } from '#platform/context.ts'
import { findByToken, isIn } from './token.store.ts'
import { tokenOf } from './token.ts'

/** For whoever typed a personal code away from its invitation's page: where it lets them in. */
export async function listEntitled(context: Context, actor: Actor): Promise<{ tokens: string[] }> {
  const tokens: string[] = []
  for (const id of await listEntitlements(context.db, actor.accountId)) {
    const token = tokenOf(context, id)
    const held = await findByToken(context.db, hashToken(token), context.clock())
    if (held?.state === 'open' && !(await isIn(context.db, held, actor.accountId))) tokens.push(token)
  }
  return { tokens }
}
