import {
  type LocalActEditionId,
  type LocalActId,
  type LocalActTemplate,
  MAX_LOCAL_ACTS,
  type OrganizationId,
} from '@kolosok/contract'
import { accessOrganization } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import type { Context } from '#platform/context.ts'
import type { Tx } from '#platform/db.ts'
import { accessLocalAct } from './access.ts'
import { change } from './change.ts'
import { getLetterhead } from './letterhead.store.ts'
import { mayBegin } from './policy.ts'
import { findEdition, listEditions, lockAct } from './store.ts'
import { fillIn } from './fill-in.ts'
import { countActs, insertAct, insertEdition, insertEvent, isThere } from './write.store.ts'

type Begun = {
  readonly organizationId: OrganizationId
  readonly localActId: LocalActId
  readonly editionId: LocalActEditionId
  readonly template: LocalActTemplate
}

/** A retry finds what it began. */
export const beginLocalAct = (context: Context, actor: Actor, given: Begun) =>
  change(context, actor, given.editionId, async (tx, now) => {
    const { organizationId, localActId, editionId: id, template } = given
    const { roles } = await accessOrganization(tx, actor, organizationId, 'see')
    if (!mayBegin({ roles })) throw new AppError('forbidden')
    const { kind, ...wording } = fillIn(template, await getLetterhead(tx, organizationId))
    const by = { accountId: actor.accountId, now }
    const isFull = (await countActs(tx, organizationId)) >= MAX_LOCAL_ACTS
    if (isFull && !(await isThere(tx, localActId))) throw new AppError('too-many-local-acts')
    if (!(await insertAct(tx, { id: localActId, organizationId, kind }))) {
      return refuseUnlessThere(tx, actor, { id, localActId, organizationId }, now)
    }
    if (!(await insertEdition(tx, { id, localActId, number: 1 }, wording, by))) throw new AppError('not-found')
    await insertEvent(tx, id, { kind: 'begun' }, by)
    return { id, organizationId, action: 'local-act.begun' }
  })

type There = Pick<Begun, 'localActId' | 'organizationId'> & { readonly id: LocalActEditionId }

async function refuseUnlessThere(tx: Tx, actor: Actor, { id, localActId, organizationId }: There, now: Date) {
  const there = await findEdition(tx, id, { reader: actor.accountId, now })
  if (there?.localActId !== localActId || there.organizationId !== organizationId) throw new AppError('not-found')
  return null
}

type Next = { readonly localActId: LocalActId; readonly editionId: LocalActEditionId }

/** From the text that is in force, for the council to adopt anew. */
export const beginNextEdition = (context: Context, actor: Actor, { localActId, editionId: id }: Next) =>
  change(context, actor, id, async (tx, now) => {
    await lockAct(tx, localActId)
    const editions = await listEditions(tx, localActId, { reader: actor.accountId, now })
    if (editions.some((one) => one.id === id)) return null
    const [last] = editions.filter(({ state }) => state === 'in-force' || state === 'superseded')
    const from = last ?? editions[0]
    if (!from) throw new AppError('not-found')
    const { organizationId, ...wording } = await accessLocalAct(tx, actor, 'beginNext', { editionId: from.id, now })
    const by = { accountId: actor.accountId, now }
    const number = from.number + 1
    if (!(await insertEdition(tx, { id, localActId, number }, wording, by))) throw new AppError('not-found')
    await insertEvent(tx, id, { kind: 'begun' }, by)
    return { id, organizationId, action: 'local-act.begun' }
  })
