import { isDeepStrictEqual } from 'node:util'
import type { givenLocalAct, LocalActEditionId } from '@kolosok/contract'
import type { z } from 'zod'
import type { Actor } from '#platform/actor.ts'
import type { Context } from '#platform/context.ts'
import { transact } from '#platform/db.ts'
import { accessLocalAct, type ClearedEdition } from './access.ts'
import { change, refuseOther, tell } from './change.ts'
import { lockAct } from './store.ts'
import { deleteDraft, updateWording, type Wording } from './write.store.ts'

type Target = { readonly editionId: LocalActEditionId }
type Written = Target & z.output<typeof givenLocalAct>

/** Who saves second is told so, and loses nothing of what they typed. */
export const writeLocalAct = (context: Context, actor: Actor, { editionId, rev, ...given }: Written) =>
  change(context, actor, editionId, async (tx, now) => {
    await lockAct(tx, editionId)
    const edition = await accessLocalAct(tx, actor, 'edit', { editionId, now })
    const wording = { ...given, hearsParents: given.hearsParents && edition.kind === 'regulation' }
    if (isSame(edition, wording)) return null
    refuseOther(edition.rev, rev)
    await updateWording(tx, editionId, wording, { accountId: actor.accountId, now })
    return { id: editionId, organizationId: edition.organizationId, action: 'local-act.edited' }
  })

const isSame = ({ title, audience, hearsParents, sections }: ClearedEdition, wording: Wording) =>
  isDeepStrictEqual({ title, audience, hearsParents, sections }, { ...wording })

export async function removeLocalAct(context: Context, actor: Actor, { editionId: id }: Target) {
  await transact(context.db, async (tx, afterCommit) => {
    await lockAct(tx, id)
    const { organizationId, localActId } = await accessLocalAct(tx, actor, 'remove', {
      editionId: id,
      now: context.clock(),
    })
    await deleteDraft(tx, id, localActId)
    await tell(tx, context, actor, { id, organizationId, action: 'local-act.removed' }, afterCommit)
  })
  return {}
}
