import { type OrganizationId, type TicketId, ticketId, type TicketPage, type TicketSide } from '@kolosok/contract'
import { accessOrganization } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Context } from '#platform/context.ts'
import { parsePlace, sayPlace } from '#platform/place.ts'
import { presentHeader } from './present.ts'
import { countByState, type Desk, listMonths, listOwn, listQueue, PAGE } from './queue.store.ts'

export async function getOwn({ db }: Context, actor: Actor, { before }: { before?: TicketId | undefined }) {
  const rows = await listOwn(db, actor.accountId, before)
  const page = rows.slice(0, PAGE)
  return {
    tickets: page.map((row) => ({ ...presentHeader(row, { isAsker: true }), isUnread: row.toldSeq > row.readSeq })),
    next: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null,
  }
}

type Asked = {
  readonly side: TicketSide
  readonly holder?: 'me' | 'nobody' | undefined
  readonly q?: string | undefined
  readonly after?: string | undefined
}

export async function getQueue(context: Context, actor: Actor, asked: Asked & { organizationId: OrganizationId }) {
  await accessOrganization(context.db, actor, asked.organizationId, 'answerTickets')
  return readPage(context, actor, { desk: 'organization', ...asked })
}

export function getOperatorQueue(
  context: Context,
  actor: Actor,
  { organizationId = null, ...asked }: Asked & { organizationId?: OrganizationId | null | undefined },
) {
  return readPage(context, actor, { desk: 'platform', organizationId, ...asked })
}

async function readPage({ db }: Context, actor: Actor, { q = '', ...asked }: Asked & Desk): Promise<TicketPage> {
  const reader = actor.accountId
  const [rows, counts] = await Promise.all([
    listQueue(db, { ...asked, q, holder: asked.holder, after: parsePlace(ticketId, asked.after), reader }),
    countByState(db, asked, reader),
  ])
  const page = rows.slice(0, PAGE)
  const last = page.at(-1)
  return {
    tickets: page.map((row) => ({
      ...presentHeader(row, { isAsker: false }),
      askerName: row.askerName,
      stars: row.stars,
    })),
    next: last && rows.length > PAGE ? sayPlace({ at: last.changedAt, id: last.id }) : null,
    counts,
  }
}

export async function getFigures({ db, clock }: Context) {
  return { months: await listMonths(db, clock()) }
}
