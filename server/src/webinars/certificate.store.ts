import type { AccountId, WebinarId, WebinarKind } from '@kolosok/contract'
import { anyOf, type Db, runSql, type Tx } from '#platform/db.ts'

export type CertificateRow = {
  readonly number: string
  readonly name: string
  readonly organization: string
  readonly title: string
  readonly kind: WebinarKind
  readonly heldOn: string
  readonly minutes: number
  readonly issuedAt: Date
  readonly revokedAt: Date | null
}

export type NewCertificate = Omit<CertificateRow, 'revokedAt'> & {
  readonly webinarId: WebinarId
  readonly accountId: AccountId
}

export async function insertCertificates(tx: Tx, certificates: readonly NewCertificate[]): Promise<void> {
  if (certificates.length === 0) return
  await tx
    .insertInto('certificate')
    .values(
      certificates.map(({ webinarId, accountId, heldOn, issuedAt, ...said }) => ({
        webinar_id: webinarId,
        account_id: accountId,
        held_on: heldOn,
        issued_at: issuedAt,
        ...said,
      })),
    )
    .execute()
}

const CERTIFICATES = `
  select number, name, organization, title, kind, held_on::text as "heldOn", minutes, issued_at as "issuedAt",
    revoked_at as "revokedAt"
  from certificate`

export async function findCertificate(db: Db, number: string): Promise<CertificateRow | undefined> {
  const [row] = await runSql<CertificateRow>(db, `${CERTIFICATES} where number = $1`, [number])
  return row
}

/** Of this account, in force. */
export async function findOwnCertificate(
  db: Db,
  webinarId: WebinarId,
  accountId: AccountId,
): Promise<CertificateRow | undefined> {
  const [row] = await runSql<CertificateRow>(
    db,
    `${CERTIFICATES} where webinar_id = $1 and account_id = $2 and revoked_at is null`,
    [webinarId, accountId],
  )
  return row
}

export async function hasCertificates(
  db: Db,
  webinarId: WebinarId,
  accountIds: readonly AccountId[],
): Promise<boolean> {
  const row = await db
    .selectFrom('certificate')
    .where('webinar_id', '=', webinarId)
    .where('account_id', '=', anyOf(accountIds))
    .where('revoked_at', 'is', null)
    .select('number')
    .executeTakeFirst()
  return row !== undefined
}

/** False where there is none in force. */
export async function updateRevoked(tx: Tx, webinarId: WebinarId, accountId: AccountId, at: Date): Promise<boolean> {
  const result = await tx
    .updateTable('certificate')
    .where('webinar_id', '=', webinarId)
    .where('account_id', '=', accountId)
    .where('revoked_at', 'is', null)
    .set({ revoked_at: at })
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** How long it was, where it was a broadcast. */
export async function findBroadcastMinutes(db: Db, webinarId: WebinarId): Promise<number | undefined> {
  const [row] = await runSql<{ minutes: number }>(
    db,
    `select greatest(1, round(extract(epoch from ended_at - started_at) / 60))::integer as minutes
     from broadcast where webinar_id = $1 and state = 'ended'`,
    [webinarId],
  )
  return row?.minutes
}
