import type { ApplicationFacts, ApplicationForm, ApplicationId, ApplicationStatus, FileId } from '@kolosok/contract'
import { detachFiles, holdFile } from '#files/index.ts'
import { AppError, invalidFields } from '#platform/app-error.ts'
import { type AfterCommit, transact, type Tx } from '#platform/db.ts'
import { newId } from '#platform/new-id.ts'
import { accessApplication } from './access.ts'
import { checkForm, type FormFaults } from './check-form.ts'
import type { ApplicationsContext } from './context.ts'
import { tellOperators } from './events.ts'
import { tellContact } from './letters.ts'
import { hashLink, letterToken } from './link.ts'
import { deleteMailed } from './mailed.store.ts'
import { readStatus } from './status.ts'
import { insertStep } from './steps.store.ts'
import {
  type ApplicationRow,
  deleteUploadedOrder,
  factsOf,
  findApplication,
  findApplicationId,
  findUploadedOrder,
  insertApplication,
  insertLink,
  updateApplication,
} from './store.ts'

type Submitted = { readonly token: string; readonly form: ApplicationForm }

/** Takes an application, or a returned one again. What was taken already is answered as it stands. */
export async function submitApplication(
  context: ApplicationsContext,
  { token, form }: Submitted,
): Promise<ApplicationStatus> {
  const tokenHash = hashLink(token)
  await transact(context.db, async (tx, afterCommit) => {
    const id = await findApplicationId(tx, tokenHash)
    const uploaded = await findUploadedOrder(tx, tokenHash)
    const { facts, faults } = checkForm(form)
    if (!id && !uploaded) faults.order = 'required'
    refuseFaults(faults)
    if (id) return resubmit(context, tx, { id, facts, uploaded, tokenHash, afterCommit })
    if (uploaded) return submitFirst(context, tx, { facts, uploaded, tokenHash, afterCommit })
  })
  return readStatus(context, token)
}

function refuseFaults(faults: FormFaults): void {
  if (Object.keys(faults).length > 0) throw invalidFields(faults)
}

type Work = { readonly facts: ApplicationFacts; readonly tokenHash: Buffer; readonly afterCommit: AfterCommit }

async function submitFirst(
  context: ApplicationsContext,
  tx: Tx,
  { facts, uploaded, tokenHash, afterCommit }: Work & { uploaded: FileId },
): Promise<void> {
  const id = newId<ApplicationId>()
  const now = context.clock()
  await insertApplication(tx, { id, facts, orderFileId: uploaded, now })
  if (!(await insertLink(tx, tokenHash, id))) throw new AppError('application-changed')
  await insertLink(tx, hashLink(letterToken(context.secrets.pepper, id)), id)
  await holdFile(tx, uploaded)
  await deleteUploadedOrder(tx, tokenHash)
  await deleteMailed(tx, tokenHash)
  await insertStep(tx, { applicationId: id, kind: 'submitted', accountId: null, now })
  await tellContact(context, tx, 'submitted', { id, ...facts })
  await tellOperators(context, tx, afterCommit)
}

async function resubmit(
  context: ApplicationsContext,
  tx: Tx,
  { id, facts, uploaded, tokenHash, afterCommit }: Work & { id: ApplicationId; uploaded: FileId | undefined },
): Promise<void> {
  const found = await findApplication(tx, id)
  if (found && isSame(found, facts) && !uploaded) return
  const before = await accessApplication(tx, id, { action: 'correct' })
  const now = context.clock()
  if (uploaded) {
    await holdFile(tx, uploaded)
    await deleteUploadedOrder(tx, tokenHash)
  }
  await updateApplication(tx, id, { state: 'submitted', now, facts, ...(uploaded && { orderFileId: uploaded }) })
  // Only now does nothing refer to it any more.
  if (uploaded) await detachFiles(tx, [before.order_file_id])
  await insertStep(tx, { applicationId: id, kind: 'resubmitted', accountId: null, now })
  await tellContact(context, tx, 'resubmitted', { id, ...facts })
  await tellOperators(context, tx, afterCommit)
}

/** The same form arriving again while it waits: the first answer was lost on its way. */
function isSame(found: ApplicationRow, facts: ApplicationFacts): boolean {
  return found.state === 'submitted' && JSON.stringify(factsOf(found)) === JSON.stringify(facts)
}
