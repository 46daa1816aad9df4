import type { StatisticsReportId } from '@kolosok/contract'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import type { Db } from '#platform/db.ts'
import { type ReportAction, reportPolicy } from './policy.ts'
import { findReport, type KnownReport } from './store.ts'

/** A report this actor has been cleared for. Only `accessReport` makes one. */
export type ClearedReport = KnownReport & { readonly clearedFor: ReportAction }

/** The only door to a statistics report. */
export async function accessReport(
  db: Db,
  actor: Pick<Actor, 'accountId'>,
  id: StatisticsReportId,
  action: ReportAction,
): Promise<ClearedReport> {
  const report = await findReport(db, id, actor.accountId)
  const verdict = report ? reportPolicy[action](report) : 'not-found'
  if (!report || verdict !== 'allow') throw new AppError(verdict === 'allow' ? 'not-found' : verdict)
  return { ...report, clearedFor: action }
}
