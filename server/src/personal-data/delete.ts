import { createHash, randomBytes } from 'node:crypto'
import { type DeletionLine, type DeletionObstacle, pathOf, personalDataEndpoints } from '@kolosok/contract'
import { recordAudit } from '#audit/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import type { Context } from '#platform/context.ts'
import { type Db, transact, type Tx } from '#platform/db.ts'
import { drawPaperPdf } from '#platform/paper/pdf.ts'
import type { FileAnswer } from '#platform/send-file.ts'
import { writeAct } from './act.ts'
import { eraseSaved, forgetMine } from './mine.store.ts'
import { type GivenCode, refuseStranger } from './own-code.ts'
import { deletionPolicy } from './policy.ts'
import { register } from './register/register.ts'
import { dropActs, findAct, findOwnerOfData, insertDeletion, listSessions, nextActNumber, type Owner } from './store.ts'

/** What becomes of each kind of data, as the register says. */
const deletionLines = (): DeletionLine[] =>
  Object.values(register).flatMap(({ what, onDeletion }) =>
    onDeletion.become === 'untouched'
      ? []
      : [{ what, become: onDeletion.become, because: onDeletion.become === 'erased' ? '' : onDeletion.because }],
  )

export async function describeDeletion(
  db: Db,
  actor: Actor,
): Promise<{ obstacles: DeletionObstacle[]; lines: DeletionLine[] }> {
  const owner = await findOwnerOfData(db, actor.accountId)
  return { obstacles: owner ? deletionPolicy(owner) : [], lines: deletionLines() }
}

/** The act names the person, so it goes soon. */
export const ACTS_KEPT_DAYS = 7

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

/** For good. The answer is where the act is, for whoever has no account any more. */
export async function deleteAccount(
  context: Context,
  actor: Actor,
  given: { readonly code: GivenCode | null; readonly address: string },
): Promise<{ actPath: string }> {
  const token = randomBytes(20).toString('base64url')
  const refusal = await transact(context.db, async (tx, afterCommit) => {
    const owner = await lockOwner(tx, actor)
    const stranger = await refuseStranger(context, tx, actor, given)
    if (stranger) return stranger
    const number = await nextActNumber(tx)
    const at = context.clock()
    const act = await drawPaperPdf(writeAct({ number, at, owner, lines: deletionLines() }))
    const sessionIds = await listSessions(tx, actor.accountId)
    await eraseSaved(tx, actor.accountId)
    await forgetMine(tx, actor.accountId)
    await insertDeletion(tx, { number, accountId: actor.accountId, at, tokenHash: hashOf(token), act })
    await recordAudit(tx, actor, {
      organizationId: null,
      action: 'account.deleted',
      subjectKind: 'account',
      subjectId: actor.accountId,
    })
    afterCommit(() => {
      context.bus.publish({ type: 'sessions-ended', sessionIds })
    })
    return null
  })
  if (refusal) throw refusal
  return { actPath: pathOf(personalDataEndpoints.act, { token }) }
}

async function lockOwner(tx: Tx, { accountId }: Actor): Promise<Owner> {
  const owner = await findOwnerOfData(tx, accountId, { lock: true })
  // The other click was quicker.
  if (!owner) throw new AppError('not-signed-in')
  const [obstacle] = deletionPolicy(owner)
  if (obstacle) throw new AppError(obstacle)
  return owner
}

export async function readAct({ db }: Context, token: string): Promise<FileAnswer> {
  const found = await findAct(db, hashOf(token))
  if (!found?.act) throw new AppError('not-found')
  return {
    body: found.act,
    size: found.act.length,
    mediaType: 'application/pdf',
    name: `Акт об удалении данных № ${String(found.number)}.pdf`,
    isInline: false,
  }
}

/** Once an hour: acts lose the names in them. */
export const dropOldActs = ({ db, clock }: Context): Promise<void> =>
  dropActs(db, new Date(clock().getTime() - ACTS_KEPT_DAYS * 24 * 3600 * 1000))
