import type { AccountId, InvitationId, PersonalCodeId } from '@kolosok/contract'
import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db.ts'

export type NewPersonalCode = {
  readonly id: PersonalCodeId
  readonly codeHash: Buffer
  readonly kind: 'joining' | 'coming-back'
  readonly invitationId: InvitationId | null
  readonly phone: string | null
  readonly accountId: AccountId | null
  readonly createdBy: AccountId
  readonly createdAt: Date
  readonly expiresAt: Date
}

export async function insertPersonalCode(tx: Tx, code: NewPersonalCode): Promise<void> {
  await tx
    .insertInto('personal_code')
    .values({
      id: code.id,
      code_hash: code.codeHash,
      kind: code.kind,
      invitation_id: code.invitationId,
      phone: code.phone,
      account_id: code.accountId,
      created_by: code.createdBy,
      created_at: code.createdAt,
      expires_at: code.expiresAt,
    })
    .execute()
}

/** Ends the codes nobody has used yet: of invitations, for a number, back into an account. */
export async function revokeOpenCodes(
  tx: Tx,
  now: Date,
  of: { invitationIds?: readonly InvitationId[]; phone?: string; accountId?: AccountId },
): Promise<void> {
  await tx
    .updateTable('personal_code')
    .set({ revoked_at: now })
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where((code) =>
      code.or([
        code('invitation_id', '=', sql<InvitationId>`any(${of.invitationIds ?? []}::uuid[])`),
        code('phone', '=', of.phone ?? null),
        code('account_id', '=', of.accountId ?? null),
      ]),
    )
    .execute()
}

/** The code, locked: of two who type it at once one gets in. */
export async function lockPersonalCode(tx: Tx, codeHash: Buffer) {
  return tx
    .selectFrom('personal_code')
    .selectAll()
    .where('code_hash', '=', codeHash)
    .where('revoked_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
}

export async function markPersonalCodeUsed(tx: Tx, id: PersonalCodeId, accountId: AccountId, now: Date): Promise<void> {
  await tx.updateTable('personal_code').set({ used_at: now, used_by: accountId }).where('id', '=', id).execute()
}

export async function listEntitlements(db: Db, accountId: AccountId): Promise<InvitationId[]> {
  const rows = await db
    .selectFrom('personal_code')
    .select('invitation_id')
    .where('used_by', '=', accountId)
    .where('invitation_id', 'is not', null)
    .orderBy('used_at', 'desc')
    .execute()
  return rows.flatMap(({ invitation_id }) => (invitation_id ? [invitation_id] : []))
}

/** Ways back into this account that somebody holds now. */
export async function listOpenComingBackCodes(db: Db, accountId: AccountId, now: Date) {
  return db
    .selectFrom('personal_code')
    .innerJoin('account as maker', 'maker.id', 'personal_code.created_by')
    .where('personal_code.account_id', '=', accountId)
    .where('personal_code.used_at', 'is', null)
    .where('personal_code.revoked_at', 'is', null)
    .where('personal_code.expires_at', '>', now)
    .orderBy('personal_code.created_at', 'desc')
    .select([
      'personal_code.id as personalCodeId',
      sql<string>`trim(concat_ws(' ', nullif(maker.given_name, ''), nullif(maker.patronymic, '')))`.as('createdBy'),
      'personal_code.created_at as createdAt',
      'personal_code.expires_at as expiresAt',
    ])
    .execute()
}

export async function countComingBackCodes(db: Db, accountId: AccountId, now: Date): Promise<number> {
  return (await listOpenComingBackCodes(db, accountId, now)).length
}

/** Whether there was one to revoke. */
export async function revokeComingBackCode(
  tx: Tx,
  id: PersonalCodeId,
  accountId: AccountId,
  now: Date,
): Promise<boolean> {
  const [result] = await tx
    .updateTable('personal_code')
    .set({ revoked_at: now })
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .execute()
  return (result?.numUpdatedRows ?? 0n) > 0n
}
