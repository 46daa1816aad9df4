import type { LocalActEditionId, LocalActRepeal } from '@kolosok/contract'
import type { Actor } from '#platform/actor.ts'
import { invalidFields } from '#platform/app-error.ts'
import type { Context } from '#platform/context.ts'
import { accessLocalAct } from './access.ts'
import { change, refuseOther } from './change.ts'
import { faultsOfRepeal } from './dates.ts'
import { lockAct } from './store.ts'
import { insertEvent, updateRepeal } from './write.store.ts'

type Said = LocalActRepeal & { readonly editionId: LocalActEditionId; readonly rev: number }

/** Takes an act out of force from a day on, or mends what was said of it; sent again it changes nothing. */
export const repeal = (context: Context, actor: Actor, { editionId, rev, ...given }: Said) =>
  change(context, actor, editionId, async (tx, now) => {
    await lockAct(tx, editionId)
    const edition = await accessLocalAct(tx, actor, 'repeal', { editionId, now })
    if (edition.repeal && isSame(edition.repeal, given)) return null
    refuseOther(edition.rev, rev)
    const faults = faultsOfRepeal(edition, given)
    if (Object.keys(faults).length > 0) throw invalidFields(faults)
    await updateRepeal(tx, editionId, given)
    const { number, date, word } = given
    const event = { kind: 'repealed', number, date, word, isCorrection: edition.repeal !== null } as const
    await insertEvent(tx, editionId, event, { accountId: actor.accountId, now })
    return { id: editionId, organizationId: edition.organizationId, action: 'local-act.repealed' }
  })

const isSame = (one: LocalActRepeal, other: LocalActRepeal) =>
  one.number === other.number && one.date === other.date && one.from === other.from && one.word === other.word
