import type { AccountId, CodeHandle, CodeWay } from '@kolosok/contract'
import type { Tx } from '#platform/db.ts'

type NewCode = {
  readonly id: CodeHandle
  readonly phone: string
  readonly way: CodeWay
  readonly email: string | null
  readonly accountId: AccountId | null
  readonly codeHash: Buffer
  readonly createdAt: Date
  readonly expiresAt: Date
}

export async function insertCode(tx: Tx, code: NewCode): Promise<void> {
  await tx
    .insertInto('sign_in_code')
    .values({
      id: code.id,
      phone: code.phone,
      way: code.way,
      email: code.email,
      account_id: code.accountId,
      code_hash: code.codeHash,
      created_at: code.createdAt,
      expires_at: code.expiresAt,
    })
    .execute()
}

/** Locked: guesses at one code come one after another. */
export async function lockCode(tx: Tx, id: CodeHandle) {
  return tx.selectFrom('sign_in_code').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}
export type HeldCode = NonNullable<Awaited<ReturnType<typeof lockCode>>>

export async function updateAttempts(tx: Tx, id: CodeHandle, attempts: number): Promise<void> {
  await tx.updateTable('sign_in_code').set({ attempts }).where('id', '=', id).execute()
}

export async function markCodeUsed(tx: Tx, id: CodeHandle, now: Date): Promise<void> {
  await tx.updateTable('sign_in_code').set({ used_at: now }).where('id', '=', id).execute()
}
