import type {
  AccountId,
  LocalActAudience,
  LocalActEditionId,
  LocalActEvent,
  LocalActId,
  LocalActKind,
  LocalActPaper,
  LocalActRepeal,
  LocalActSection,
  LocalActStep,
  NoticeId,
  OrganizationId,
} from '@kolosok/contract'
import type { Db, Tx } from '#platform/db.ts'
import { lockName } from '#platform/lock-name.ts'
import { newId } from '#platform/new-id.ts'

export type Wording = {
  readonly title: string
  readonly audience: LocalActAudience
  readonly hearsParents: boolean
  readonly sections: readonly LocalActSection[]
}

type By = { readonly accountId: AccountId; readonly now: Date }

const valuesOf = ({ title, audience, hearsParents, sections }: Wording, { accountId, now }: By) => ({
  title,
  audience,
  hears_parents: hearsParents,
  sections: JSON.stringify(sections),
  edited_by: accountId,
  edited_at: now,
})

type NewAct = { readonly id: LocalActId; readonly organizationId: OrganizationId; readonly kind: LocalActKind }

/** False where the id is taken. */
export async function insertAct(tx: Tx, { id, organizationId, kind }: NewAct): Promise<boolean> {
  const made = await tx
    .insertInto('local_act')
    .values({ id, organization_id: organizationId, kind })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}

type NewEdition = { readonly id: LocalActEditionId; readonly localActId: LocalActId; readonly number: number }

/** False where the id is taken. */
export async function insertEdition(
  tx: Tx,
  { id, localActId, number }: NewEdition,
  wording: Wording,
  by: By,
): Promise<boolean> {
  const made = await tx
    .insertInto('local_act_edition')
    .values({ id, local_act_id: localActId, number, ...valuesOf(wording, by) })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}

export async function updateWording(tx: Tx, id: LocalActEditionId, wording: Wording, by: By): Promise<void> {
  await tx
    .updateTable('local_act_edition')
    .where('id', '=', id)
    .set((eb) => ({ ...valuesOf(wording, by), rev: eb('rev', '+', 1) }))
    .execute()
}

export async function updateStep(
  tx: Tx,
  id: LocalActEditionId,
  step: LocalActStep,
  { number, date }: LocalActPaper,
): Promise<void> {
  const value = step === 'in-force' ? { in_force_from: date } : { [step]: JSON.stringify({ number, date }) }
  await tx
    .updateTable('local_act_edition')
    .where('id', '=', id)
    .set((eb) => ({ ...value, rev: eb('rev', '+', 1) }))
    .execute()
}

export async function updateRepeal(
  tx: Tx,
  id: LocalActEditionId,
  { number, date, from, word }: LocalActRepeal,
): Promise<void> {
  await tx
    .updateTable('local_act_edition')
    .where('id', '=', id)
    .set((eb) => ({
      repealed: JSON.stringify({ number, date }),
      repealed_from: from,
      repeal_word: word,
      rev: eb('rev', '+', 1),
    }))
    .execute()
}

export async function updateToDraft(tx: Tx, id: LocalActEditionId): Promise<void> {
  await tx
    .updateTable('local_act_edition')
    .where('id', '=', id)
    .set((eb) => ({ adopted: null, heard: null, approved: null, in_force_from: null, rev: eb('rev', '+', 1) }))
    .execute()
}

/** With what was written of it; the act as well when nothing else is left of it. */
export async function deleteDraft(tx: Tx, id: LocalActEditionId, localActId: LocalActId): Promise<void> {
  await tx.deleteFrom('local_act_event').where('edition_id', '=', id).execute()
  await tx.deleteFrom('local_act_edition').where('id', '=', id).execute()
  await tx
    .deleteFrom('local_act')
    .where('id', '=', localActId)
    .where('id', 'not in', (eb) => eb.selectFrom('local_act_edition').select('local_act_id'))
    .execute()
}

type NewEvent = Pick<LocalActEvent, 'kind'> & Partial<Pick<LocalActEvent, 'number' | 'date' | 'isCorrection' | 'word'>>

export async function insertEvent(tx: Tx, editionId: LocalActEditionId, event: NewEvent, { accountId, now }: By) {
  const { kind, number = '', date = null, isCorrection = false, word = '' } = event
  const written = { number, dated: date, is_correction: isCorrection, word }
  await tx
    .insertInto('local_act_event')
    .values({ id: newId(), edition_id: editionId, kind, ...written, account_id: accountId, at: now })
    .execute()
}

export async function insertNoticeOfEdition(tx: Tx, noticeId: NoticeId, editionId: LocalActEditionId): Promise<void> {
  await tx.insertInto('local_act_notice').values({ notice_id: noticeId, edition_id: editionId }).execute()
}

export async function findEditionOfNotice(db: Db, noticeId: NoticeId): Promise<LocalActEditionId | undefined> {
  const row = await db
    .selectFrom('local_act_notice')
    .where('notice_id', '=', noticeId)
    .select('edition_id')
    .executeTakeFirst()
  return row?.edition_id
}

/** Counted one after another: two that are begun at once don't get past a limit together. */
export async function countActs(tx: Tx, organizationId: OrganizationId): Promise<number> {
  await lockName(tx, `local-acts:${organizationId}`)
  const { count } = await tx
    .selectFrom('local_act')
    .where('organization_id', '=', organizationId)
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

export async function isThere(tx: Tx, id: LocalActId): Promise<boolean> {
  return (await tx.selectFrom('local_act').where('id', '=', id).select('id').executeTakeFirst()) !== undefined
}
