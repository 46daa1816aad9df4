import type { MessageReportId } from '@kolosok/contract'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import type { Db } from '#platform/db.ts'
import { type MessageReportAction, messageReportPolicy, type ReportFacts } from './policy.ts'
import { findReport, type ReportRow } from './store.ts'

export type ReportReader = Pick<Actor, 'accountId' | 'isOperator'>

/** A report this actor has been cleared for. Only `accessMessageReport` makes one. */
export type ClearedReport = ReportRow & { readonly clearedFor: MessageReportAction }

export const factsOf = (report: ReportRow, { isOperator }: ReportReader): ReportFacts => ({
  ...report,
  isOperator,
  isDecided: report.verdict !== null,
})

/** The only door to a report of a message. */
export async function accessMessageReport(
  db: Db,
  actor: ReportReader,
  id: MessageReportId,
  action: MessageReportAction,
): Promise<ClearedReport> {
  const report = await findReport(db, id, actor.accountId)
  const verdict = report ? messageReportPolicy[action](factsOf(report, actor)) : 'not-found'
  if (!report || verdict !== 'allow') throw new AppError(verdict === 'allow' ? 'not-found' : verdict)
  return { ...report, clearedFor: action }
}
