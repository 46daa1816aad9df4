import type { ClosingId } from '@kolosok/contract'
import { recordAudit } from '#audit/index.ts'
import { listLeading, sections } from '#organization-data/index.ts'
import { publishStaleInPortions } from '#platform/bus.ts'
import type { Context } from '#platform/context.ts'
import { transact } from '#platform/db.ts'
import { drawPaperPdf } from '#platform/paper/pdf.ts'
import { type Kept, writeAct } from './act.ts'
import {
  emptyOrganization,
  erasePortion,
  getCardForAct,
  letGo,
  listDue,
  listEverybody,
  nextActNumber,
  updateErased,
} from './erase.store.ts'
import { type ClosingRow, findClosing } from './store.ts'

/** These stay, with the reason that the act gives. */
const kept: Readonly<Record<string, string>> = {
  audit_entry: 'журнал действий: в нём только номера записей и действия, без имён и содержания',
  organization: 'название, ИНН и код: чтобы было видно, чьи данные удалены',
  closing: '',
}

/** Once an hour: whose term is over, goes. */
export async function eraseDue(context: Context): Promise<void> {
  for (const id of await listDue(context.db, context.clock())) await eraseOrganization(context, id)
}

/** Portion by portion: cut off anywhere, the next run goes on with what is left, and writes the act at its end. */
async function eraseOrganization(context: Context, id: ClosingId): Promise<void> {
  const { db, bus } = context
  const closing = await findClosing(db, id)
  if (!closing || closing.reopened_at || closing.erased_at || closing.erase_at > context.clock()) return
  const { organization_id: organizationId } = closing
  const leading = await listLeading(db)
  const people = await listEverybody(db, organizationId)
  for (const table of sections.flatMap(({ places }) => Object.keys(places))) {
    if (table in kept || table === 'organization_logo') continue
    let gone = 1
    while (gone > 0) {
      gone = await transact(db, async (tx) => {
        await letGo(tx)
        return erasePortion(tx, organizationId, table, leading)
      })
    }
  }
  await finish(context, closing)
  await publishStaleInPortions(bus, people, 'account')
}

async function finish({ db, clock }: Context, closing: ClosingRow): Promise<void> {
  const { id, organization_id: organizationId } = closing
  await transact(db, async (tx) => {
    const number = await nextActNumber(tx)
    // The other node was quicker.
    if ((await findClosing(tx, id))?.erased_at) return
    await emptyOrganization(tx, organizationId)
    const at = clock()
    const card = await getCardForAct(tx, organizationId)
    const reasons: Kept[] = Object.values(kept).filter((reason) => reason !== '')
    const act = await drawPaperPdf(writeAct({ closing, card, number, at, kept: reasons }))
    await updateErased(tx, closing, { at, number, act })
    const subject = { subjectKind: 'organization', subjectId: organizationId } as const
    await recordAudit(tx, null, { organizationId, action: 'organization.erased', ...subject, details: { act: number } })
  })
}
