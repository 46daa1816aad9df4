import type { AccountId, MeetingId, ProtocolItem } from '@kolosok/contract'
import { type Db, runSql, type Tx } from '#platform/db.ts'

/** Who was there, as they were called. */
export type Participant = {
  readonly name: string
  readonly label: string
  readonly attended: 'room' | 'call' | 'guest'
}

export type Wording = {
  readonly number: string
  readonly chair: string
  readonly secretary: string
  readonly items: readonly ProtocolItem[]
}

export type ProtocolRow = Wording & {
  readonly rev: number
  readonly editedBy: string
  readonly editedAt: Date
  readonly signedBy: string
  readonly signedAt: Date | null
  readonly participants: readonly Participant[] | null
}

/** As somebody is called where the meeting is; who has left, as they were last. */
const nameOf = (column: string) => `
  coalesce((
    select ms.name from membership ms where ms.account_id = ${column} and ms.organization_id = m.organization_id
    order by ms.ended_at is not null, ms.role in ('parent', 'student') limit 1), '')`

export async function findProtocol(db: Db, id: MeetingId): Promise<ProtocolRow | undefined> {
  const [row] = await runSql<ProtocolRow>(
    db,
    `select p.number, p.chair, p.secretary, p.items, p.rev, ${nameOf('p.edited_by')} as "editedBy",
       p.edited_at as "editedAt", ${nameOf('p.signed_by')} as "signedBy", p.signed_at as "signedAt", p.participants
     from meeting_protocol p join meeting m on m.id = p.meeting_id where p.meeting_id = $1`,
    [id],
  )
  return row
}

type By = { readonly by: AccountId; readonly now: Date }

export async function upsertProtocol(tx: Tx, id: MeetingId, wording: Wording, { by, now }: By): Promise<void> {
  const { number, chair, secretary, items } = wording
  await runSql(
    tx,
    `insert into meeting_protocol (meeting_id, number, chair, secretary, items, edited_by, edited_at)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (meeting_id) do update
     set number = excluded.number, chair = excluded.chair, secretary = excluded.secretary, items = excluded.items,
       edited_by = excluded.edited_by, edited_at = excluded.edited_at, rev = meeting_protocol.rev + 1`,
    [id, number, chair, secretary, JSON.stringify(items), by, now],
  )
}

export async function updateToSigned(
  tx: Tx,
  id: MeetingId,
  participants: readonly Participant[],
  { by, now }: By,
): Promise<void> {
  await tx
    .updateTable('meeting_protocol')
    .where('meeting_id', '=', id)
    .set({ signed_by: by, signed_at: now, participants: JSON.stringify(participants) })
    .execute()
}

export async function updateToDraft(tx: Tx, id: MeetingId): Promise<void> {
  await tx
    .updateTable('meeting_protocol')
    .where('meeting_id', '=', id)
    .set((eb) => ({ signed_by: null, signed_at: null, participants: null, rev: eb('rev', '+', 1) }))
    .execute()
}
