import {
  type Closing,
  CLOSING_DAYS,
  type closingEndpoints,
  type ClosingId,
  type DataExportId,
  type OrganizationId,
} from '@kolosok/contract'
import type { z } from 'zod'
import { recordAudit } from '#audit/index.ts'
import { type ChatContext, closeChatsOf } from '#chats/index.ts'
import { beginExport } from '#organization-data/index.ts'
import { type ClosingStep, lockOrganization } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError, invalidFields } from '#platform/app-error.ts'
import type { Context } from '#platform/context.ts'
import { type Db, transact, type Tx } from '#platform/db.ts'
import { addJob } from '#platform/jobs.ts'
import { accessClosing } from './access.ts'
import { closingPolicy } from './policy.ts'
import {
  type ClosingRow,
  countEffects,
  findClosing,
  findHolding,
  findNameIn,
  getNames,
  insertClosing,
  updateClosedAt,
} from './store.ts'
import { tellEverybody } from './tell.ts'

const DAY = 24 * 3600 * 1000
export const TELL = 'tell-of-closing'

export type ClosingsContext = ChatContext & { readonly closingSteps: readonly ClosingStep[] }

type Target = { readonly organizationId: OrganizationId }
type Shown = z.input<typeof closingEndpoints.get.response>

export async function showClosing({ db, clock }: Context, actor: Actor, { organizationId }: Target): Promise<Shown> {
  const facts = await accessClosing(db, actor, organizationId, 'see')
  const holding = await findHolding(db, organizationId)
  const mayClose = closingPolicy.close(facts) === 'allow'
  return {
    closing: holding ? await present(db, holding) : null,
    mayClose,
    effects: mayClose && !holding ? await countEffects(db, organizationId, clock()) : null,
  }
}

const present = async (db: Db, row: ClosingRow): Promise<Closing> => ({
  id: row.id,
  closedAt: row.closed_at.toISOString(),
  closedBy: await findNameIn(db, row.organization_id, row.closed_by),
  eraseAt: row.erase_at.toISOString(),
})

type Given = Target & { readonly closingId: ClosingId; readonly name: string; readonly dataExportId: DataExportId }

/** From now on it is read, and nothing in it changes; what was going on in it ends in the same moment. */
export async function closeOrganization(context: ClosingsContext, actor: Actor, given: Given): Promise<Closing> {
  const { organizationId, closingId: id } = given
  await transact(context.db, async (tx, afterCommit) => {
    await accessClosing(tx, actor, organizationId, 'close')
    await lockOrganization(tx, organizationId)
    // Once more behind the lock: the head may be another one by now.
    await accessClosing(tx, actor, organizationId, 'close')
    const holding = await findHolding(tx, organizationId)
    if (holding?.id === id) return
    if (holding) throw new AppError('organization-closed')
    await refuseOtherName(tx, given)
    await begin(context, tx, actor, given)
    for (const end of context.closingSteps) await end(tx, actor, { organizationId, at: context.clock() }, afterCommit)
    await gatherArchive(context, tx, actor, given)
    await closeChatsOf(tx, organizationId)
    await tellEverybody(context, tx, organizationId, afterCommit)
  })
  const closed = await findClosing(context.db, id)
  if (closed?.organization_id !== organizationId) throw new AppError('not-found')
  return present(context.db, closed)
}

async function begin(context: Context, tx: Tx, actor: Actor, { organizationId, closingId: id }: Given): Promise<void> {
  const closedAt = context.clock()
  const eraseAt = new Date(closedAt.getTime() + CLOSING_DAYS * DAY)
  const { name } = await getNames(tx, organizationId)
  const row = { id, organizationId, name, closedBy: actor.accountId, closedAt, eraseAt }
  // Somebody else's, or one that was opened again: it means another closing.
  if (!(await insertClosing(tx, row))) throw new AppError('not-found')
  await updateClosedAt(tx, organizationId, closedAt)
  const subject = { subjectKind: 'organization', subjectId: organizationId } as const
  await recordAudit(tx, actor, {
    organizationId,
    action: 'organization.closed',
    ...subject,
    details: { closingId: id },
  })
  await addJob(tx, TELL, { closingId: id })
}

/** Nobody closes one while looking at another: its short name is typed. */
async function refuseOtherName(tx: Tx, { organizationId, name }: Given): Promise<void> {
  const { shortName } = await getNames(tx, organizationId)
  if (plain(name) !== plain(shortName)) throw invalidFields({ name: 'another-name' })
}

const plain = (name: string) =>
  name
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/[«»„“”"']/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()

/** Beside the closing, so that nobody forgets it; one that is being gathered already will do. */
async function gatherArchive(context: ChatContext, tx: Tx, actor: Actor, one: Given): Promise<void> {
  try {
    await beginExport(context, tx, actor, one)
  } catch (error) {
    const isEnough = error instanceof AppError && ['export-waiting', 'too-many-requests'].includes(error.code)
    if (!isEnough) throw error
  }
}
