import type { AuditAction, LocalActEditionId, LocalActPaper, LocalActStep } from '@kolosok/contract'
import type { Actor } from '#platform/actor.ts'
import { invalidFields } from '#platform/app-error.ts'
import type { Context } from '#platform/context.ts'
import { accessLocalAct, accessLocalActStep, type ClearedEdition } from './access.ts'
import { change, refuseOther } from './change.ts'
import { faultsOf } from './dates.ts'
import { listEditions, lockAct } from './store.ts'
import { insertEvent, updateStep, updateToDraft } from './write.store.ts'

type Target = { readonly editionId: LocalActEditionId; readonly rev: number }
type Entered = Target & LocalActPaper & { readonly step: LocalActStep }

const actions = {
  'adopted': 'local-act.adopted',
  'heard': 'local-act.heard',
  'approved': 'local-act.approved',
  'in-force': 'local-act.in-force',
} as const satisfies Record<LocalActStep, AuditAction>

/** Takes the next step, or mends one that was taken; sent again it changes nothing. */
export const enterStep = (context: Context, actor: Actor, { editionId, step, rev, ...given }: Entered) =>
  change(context, actor, editionId, async (tx, now) => {
    await lockAct(tx, editionId)
    const edition = await accessLocalActStep(tx, actor, step, { editionId, now })
    const paper = { number: step === 'in-force' ? '' : given.number, date: given.date }
    const before = paperOf(edition, step)
    if (before && before.number === paper.number && before.date === paper.date) return null
    refuseOther(edition.rev, rev)
    const editions = await listEditions(tx, edition.localActId, { reader: actor.accountId, now })
    const faults = faultsOf({ edition, editions, step, paper })
    if (Object.keys(faults).length > 0) throw invalidFields(faults)
    await updateStep(tx, editionId, step, paper)
    const isCorrection = before !== null
    await insertEvent(tx, editionId, { kind: step, ...paper, isCorrection }, { accountId: actor.accountId, now })
    const { organizationId } = edition
    return { id: editionId, organizationId, action: isCorrection ? 'local-act.corrected' : actions[step] }
  })

function paperOf(edition: ClearedEdition, step: LocalActStep): LocalActPaper | null {
  if (step !== 'in-force') return edition[step]
  return edition.inForceFrom === null ? null : { number: '', date: edition.inForceFrom }
}

/** What was adopted or approved so far is forgotten; the history keeps it. */
export const returnToDraft = (context: Context, actor: Actor, { editionId, word, rev }: Target & { word: string }) =>
  change(context, actor, editionId, async (tx, now) => {
    await lockAct(tx, editionId)
    const edition = await accessLocalAct(tx, actor, 'returnToDraft', { editionId, now })
    refuseOther(edition.rev, rev)
    await updateToDraft(tx, editionId)
    await insertEvent(tx, editionId, { kind: 'returned', word }, { accountId: actor.accountId, now })
    return { id: editionId, organizationId: edition.organizationId, action: 'local-act.returned' }
  })
