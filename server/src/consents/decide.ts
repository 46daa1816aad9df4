import type { ConsentDecision, ConsentDecisionId, ConsentPurposeId, ConsentUnitId, FileId } from '@kolosok/contract'
import { recordAudit } from '#audit/index.ts'
import { attachFiles } from '#files/index.ts'
import type { StructureContext } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError, invalidFields } from '#platform/app-error.ts'
import { publishStale } from '#platform/bus.ts'
import { type AfterCommit, transact, type Tx } from '#platform/db.ts'
import { accessUnit, type ClearedUnit } from './access.ts'
import { limitDeciding } from './limits.ts'
import {
  type DecisionRow,
  findCurrent,
  findDecision,
  getDecision,
  lockUnit,
  replaceDecision,
} from './decision.store.ts'
import type { UnitAction } from './policy.ts'
import { listConcerned, lockPurpose } from './purpose.store.ts'
import { listDeciding } from './unit.store.ts'

type Given = {
  readonly consentPurposeId: ConsentPurposeId
  readonly unitId: ConsentUnitId
  readonly decisionId: ConsentDecisionId
  readonly version: number
  readonly isGiven: boolean
  readonly after: ConsentDecisionId | null
}
type Paper = { readonly signedBy: string; readonly signedOn: string; readonly fileId: FileId | null }

/** On screen, by whoever may decide. */
export const decide = (context: StructureContext, actor: Actor, given: Given): Promise<ConsentDecision> =>
  writeDecision(context, actor, given, null)

/** What somebody signed on paper, with the scan if there is one. */
export const enterPaper = (context: StructureContext, actor: Actor, given: Given & Paper): Promise<ConsentDecision> =>
  writeDecision(context, actor, given, given)

async function writeDecision(
  context: StructureContext,
  actor: Actor,
  given: Given,
  paper: Paper | null,
): Promise<ConsentDecision> {
  const action: UnitAction = paper ? 'enterPaper' : 'decide'
  const { consentPurposeId: purposeId, unitId, decisionId: id } = given
  return transact(context.db, async (tx, afterCommit) => {
    await lockPurpose(tx, purposeId, 'share')
    const unit = await accessUnit(tx, actor, { purposeId, unitId }, action)
    await lockUnit(tx, { purposeId, unitId })
    const there = await findDecision(tx, id)
    if (there) {
      const isSame = there.purposeId === purposeId && there.unitId === unitId && there.decidedBy === actor.accountId
      if (!isSame) throw new AppError('not-found')
      return getDecision(tx, id, actor.accountId)
    }
    // Taking back is possible as long as there is something to read.
    if (given.isGiven && unit.purpose.isOrganizationClosed) throw new AppError('organization-closed')
    if (given.version !== unit.purpose.version) throw new AppError('consent-outdated')
    if (paper && Date.parse(paper.signedOn) > context.clock().getTime() + DAY)
      throw invalidFields({ signedOn: 'future' })
    await limitDeciding(tx, { purposeId, unitId }, context.clock())
    const kind = await write(tx, actor, { given, paper, unit }, context.clock())
    await recordAudit(tx, actor, {
      organizationId: unit.purpose.organizationId,
      action: paper ? 'consent.decided-on-paper' : `consent.${kind}`,
      subjectKind: 'consent',
      subjectId: purposeId,
      details: { unitId, version: given.version, kind },
    })
    await follow(context, tx, actor, unit, afterCommit)
    return getDecision(tx, id, actor.accountId)
  })
}

/** The day of a paper is the organization's, which may be a day ahead of this machine's. */
const DAY = 86_400_000

const unsigned = { signedBy: '', signedOn: null, fileId: null } as const

type Writing = { readonly given: Given; readonly paper: Paper | null; readonly unit: ClearedUnit }

async function write(
  tx: Tx,
  actor: Actor,
  { given, paper, unit }: Writing,
  now: Date,
): Promise<ConsentDecision['kind']> {
  const { unitId, isChild, purpose } = unit
  const current = await findCurrent(tx, { purposeId: purpose.id, unitId })
  if ((current?.id ?? null) !== given.after) throw new AppError('consent-changed')
  const kind = kindOf(given, current)
  const signed = paper ?? unsigned
  if (signed.fileId) await hold(tx, actor, signed.fileId)
  const decision = {
    id: given.decisionId,
    purposeId: purpose.id,
    unitId,
    isChild,
    kind,
    version: given.version,
    decidedBy: actor.accountId,
    signedBy: signed.signedBy,
    signedOn: signed.signedOn,
    fileId: signed.fileId,
  } as const
  if (!(await replaceDecision(tx, given.after, decision, now))) throw new AppError('consent-changed')
  return kind
}

/** A no after a yes takes it back. */
function kindOf({ isGiven }: Given, before: DecisionRow | undefined): ConsentDecision['kind'] {
  if (isGiven) return 'given'
  return before?.kind === 'given' ? 'withdrawn' : 'refused'
}

async function hold(tx: Tx, actor: Actor, fileId: FileId): Promise<void> {
  await attachFiles(tx, actor, [fileId]).catch((error: unknown) => {
    throw error instanceof AppError ? invalidFields({ fileId: 'file-missing' }) : error
  })
}

/** What hangs on it is on or off at once; the other guardian and the office see it. */
async function follow(context: StructureContext, tx: Tx, actor: Actor, unit: ClearedUnit, afterCommit: AfterCommit) {
  const { purpose, unitId } = unit
  const { organizationId, template, id: purposeId } = purpose
  const deciding = await listDeciding(tx, { purposeId, unitId })
  if (template === 'parents-write') {
    const change = { organizationId, groupIds: [], accountIds: deciding }
    await context.structure.changed(tx, actor, change, afterCommit)
  }
  const concerned = await listConcerned(tx, purposeId, 'staff')
  afterCommit(() => {
    publishStale(context.bus, [...new Set([...deciding, ...concerned, actor.accountId])], 'consents')
  })
}
