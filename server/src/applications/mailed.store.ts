import type { ApplicationForm, FileId } from '@kolosok/contract'
import type { Db, Tx } from '#platform/db.ts'

type New = {
  readonly tokenHash: Buffer
  readonly form: ApplicationForm
  readonly otherFiles: readonly string[]
  readonly now: Date
}

export async function insertMailed(tx: Tx, { tokenHash, form, otherFiles, now }: New): Promise<void> {
  await tx
    .insertInto('mailed_application')
    .values({ token_hash: tokenHash, form: JSON.stringify(form), other_files: [...otherFiles], at: now })
    .execute()
}

export function findMailed(db: Db, tokenHash: Buffer) {
  return db
    .selectFrom('mailed_application')
    .leftJoin('uploaded_order', 'uploaded_order.token_hash', 'mailed_application.token_hash')
    .where('mailed_application.token_hash', '=', tokenHash)
    .select(['form', 'other_files as otherFiles', 'file_id as orderFileId'])
    .executeTakeFirst()
}

export async function deleteMailed(tx: Tx, tokenHash: Buffer): Promise<void> {
  await tx.deleteFrom('mailed_application').where('token_hash', '=', tokenHash).execute()
}

/** Their orders with them; those are to be let go. */
export async function deleteMailedBefore(tx: Tx, before: Date): Promise<FileId[]> {
  const gone = await tx.deleteFrom('mailed_application').where('at', '<', before).returning('token_hash').execute()
  if (gone.length === 0) return []
  const hashes = gone.map((row) => row.token_hash)
  const orders = await tx.deleteFrom('uploaded_order').where('token_hash', 'in', hashes).returning('file_id').execute()
  return orders.map((row) => row.file_id)
}

export async function countMailedBefore(db: Db, before: Date): Promise<number> {
  const { count } = await db
    .selectFrom('mailed_application')
    .where('at', '<', before)
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}
