import type { AuditAction, LocalActEditionId, OrganizationId, WholeLocalAct } from '@kolosok/contract'
import { recordAudit } from '#audit/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import { publishStale } from '#platform/bus.ts'
import type { Context } from '#platform/context.ts'
import { type AfterCommit, transact, type Tx } from '#platform/db.ts'
import { getLocalAct } from './read.ts'
import { listConcerned } from './store.ts'

type Edition = { readonly id: LocalActEditionId; readonly organizationId: OrganizationId }

/** What every change ends with: the journal, and the screens that show it. */
export async function tell(
  tx: Tx,
  { bus }: Context,
  actor: Actor,
  { id, organizationId, action }: Edition & { readonly action: AuditAction },
  afterCommit: AfterCommit,
): Promise<void> {
  await recordAudit(tx, actor, { organizationId, action, subjectKind: 'local-act', subjectId: id })
  const concerned = await listConcerned(
    tx,
    organizationId,
    action === 'local-act.in-force' || action === 'local-act.repealed',
  )
  afterCommit(() => {
    publishStale(bus, concerned, 'local-acts')
  })
}

type Work = (
  tx: Tx,
  now: Date,
  afterCommit: AfterCommit,
) => Promise<(Edition & { readonly action: AuditAction }) | null>

/** One change of one edition, and how it looks then; null: it had been made already. */
export async function change(
  context: Context,
  actor: Actor,
  editionId: LocalActEditionId,
  work: Work,
): Promise<WholeLocalAct> {
  const now = context.clock()
  await transact(context.db, async (tx, afterCommit) => {
    const done = await work(tx, now, afterCommit)
    if (done) await tell(tx, context, actor, done, afterCommit)
  })
  return getLocalAct(context, actor, { editionId })
}

export function refuseOther(rev: number, given: number): void {
  if (rev !== given) throw new AppError('local-act-changed')
}
