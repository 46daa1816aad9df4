import type { ChildId, GuardianContact } from '@kolosok/contract'
import { anyOf, type Db, type Tx } from '#platform/db.ts'

/** Whom to expect for which child; replaces what was known of these children. */
export async function expectGuardians(
  tx: Tx,
  given: readonly { readonly childId: ChildId; readonly contacts: readonly GuardianContact[] }[],
): Promise<void> {
  await deleteContacts(
    tx,
    given.map(({ childId }) => childId),
  )
  const rows = given.flatMap(({ childId, contacts }) =>
    contacts.map(({ name, phone, email }, place) => ({ child_id: childId, place, name, phone, email })),
  )
  for (let at = 0; at < rows.length; at += 1000) {
    await tx
      .insertInto('guardian_contact')
      .values(rows.slice(at, at + 1000))
      .execute()
  }
}

/** With a child that has left goes whatever was kept to reach its parents. */
export async function deleteContacts(tx: Tx, ids: readonly ChildId[]): Promise<void> {
  await tx.deleteFrom('guardian_contact').where('child_id', '=', anyOf(ids)).execute()
}

export function listContactsOf(db: Db, ids: readonly ChildId[]): Promise<(GuardianContact & { childId: ChildId })[]> {
  return db
    .selectFrom('guardian_contact')
    .where('child_id', '=', anyOf(ids))
    .select(['child_id as childId', 'name', 'phone', 'email'])
    .orderBy('child_id')
    .orderBy('place')
    .execute()
}
