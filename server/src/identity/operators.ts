import { accountId as accountIdSchema, type AccountId, type Operator } from '@kolosok/contract'
import { recordAudit } from '#audit/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import { publishStale } from '#platform/bus.ts'
import type { Context } from '#platform/context.ts'
import { type AfterCommit, transact, type Tx } from '#platform/db.ts'
import { findOwner, lockPhone } from './account.store.ts'
import {
  deleteAwaited,
  deleteOperator,
  insertAwaited,
  insertOperator,
  listOperators,
  lockOperators,
} from './operator.store.ts'
import { revokeOpenCodes } from './personal-code.store.ts'
import { createPersonalCode } from './personal-codes.ts'
import { readPhone } from './send-code.ts'

type Added = { readonly operator: Operator; readonly personalCode: string | null }

/** Whoever has proven this number is an operator at once; anybody else when they do. */
export async function addOperator(
  context: Context,
  actor: Actor,
  { phone: typed, name }: { phone: string; name: string },
): Promise<Added> {
  const phone = readPhone(typed)
  return transact(context.db, async (tx, afterCommit) => {
    await lockOperators(tx)
    await lockPhone(tx, phone)
    const owner = await findOwner(tx, phone)
    const personalCode = owner
      ? await promote(context, tx, actor, owner.id, afterCommit)
      : await awaitOperator(context, tx, actor, { phone, name }, afterCommit)
    const isThis = (operator: Operator) => (owner ? operator.accountId === owner.id : operator.phone === phone)
    const operator = (await listOperators(tx)).find(isThis)
    if (!operator) throw new Error('The operator is not in the list')
    return { operator, personalCode }
  })
}

async function promote(
  { bus }: Context,
  tx: Tx,
  actor: Actor,
  accountId: AccountId,
  afterCommit: AfterCommit,
): Promise<null> {
  if (!(await insertOperator(tx, accountId, actor.accountId))) throw new AppError('operator-already')
  const subject = { organizationId: null, subjectKind: 'account', subjectId: accountId }
  await recordAudit(tx, actor, { ...subject, action: 'operator.added' })
  afterCommit(() => {
    publishStale(bus, [accountId], 'account')
  })
  return null
}

async function awaitOperator(
  context: Context,
  tx: Tx,
  actor: Actor,
  { phone, name }: { phone: string; name: string },
  afterCommit: AfterCommit,
): Promise<string> {
  await insertAwaited(tx, phone, name, actor.accountId)
  await recordAudit(tx, actor, {
    organizationId: null,
    action: 'operator.awaited',
    subjectKind: 'installation',
    subjectId: null,
  })
  const purpose = { kind: 'joining', phone, organizationId: null } as const
  return (await createPersonalCode(context, tx, actor, purpose, afterCommit)).code
}

/** By account; by number for one who is still awaited. The last one stays. */
export async function removeOperator(context: Context, actor: Actor, who: string): Promise<void> {
  await transact(context.db, async (tx, afterCommit) => {
    const operators = await lockOperators(tx)
    const parsed = accountIdSchema.safeParse(who)
    if (!parsed.success) {
      await takeBack(context, tx, actor, readPhone(who))
      return
    }
    const accountId = parsed.data
    if (!operators.includes(accountId)) throw new AppError('not-found')
    if (operators.length === 1) throw new AppError('last-operator')
    await deleteOperator(tx, accountId)
    const subject = { organizationId: null, subjectKind: 'account', subjectId: accountId }
    await recordAudit(tx, actor, { ...subject, action: 'operator.removed' })
    afterCommit(() => {
      publishStale(context.bus, [accountId], 'account')
    })
  })
}

async function takeBack({ clock }: Context, tx: Tx, actor: Actor, phone: string): Promise<void> {
  if (!(await deleteAwaited(tx, phone))) throw new AppError('not-found')
  await revokeOpenCodes(tx, clock(), { phone })
  const subject = { organizationId: null, subjectKind: 'installation', subjectId: null }
  await recordAudit(tx, actor, { ...subject, action: 'operator.not-awaited' })
}
