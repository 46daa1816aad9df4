import type { ProblemCode, StatisticsReportState } from '@kolosok/contract'
import type { OrganizationRole } from '#organizations/index.ts'

export type ReportFacts = {
  readonly roles: readonly OrganizationRole[]
  readonly state: StatisticsReportState
}

export type ReportVerdict =
  | 'allow'
  | Extract<ProblemCode, 'not-found' | 'forbidden' | 'statistics-report-submitted' | 'statistics-report-decided'>

const has = ({ roles }: ReportFacts, ...any: OrganizationRole[]): boolean => roles.some((role) => any.includes(role))
const compiles = (report: ReportFacts): boolean => has(report, 'admin')

/** A draft is its makers' own; what was submitted is for whoever may see the statistics. */
function see(report: ReportFacts): ReportVerdict {
  if (report.state === 'draft' && !compiles(report)) return 'not-found'
  return has(report, 'admin', 'head', 'management') ? 'allow' : 'not-found'
}

function forCompilers(report: ReportFacts, ...states: StatisticsReportState[]): ReportVerdict {
  if (see(report) !== 'allow') return 'not-found'
  if (!compiles(report)) return 'forbidden'
  return states.includes(report.state) ? 'allow' : 'statistics-report-submitted'
}

export const reportPolicy = {
  see,
  /** Its word, and submitting it: with the head it stays as it was sent. */
  edit: (report: ReportFacts) => forCompilers(report, 'draft', 'returned'),
  remove: (report: ReportFacts) => forCompilers(report, 'draft'),
  decide(report: ReportFacts): ReportVerdict {
    if (see(report) !== 'allow') return 'not-found'
    if (!has(report, 'head')) return 'forbidden'
    return report.state === 'submitted' ? 'allow' : 'statistics-report-decided'
  },
} as const satisfies Record<string, (report: ReportFacts) => ReportVerdict>

export type ReportAction = keyof typeof reportPolicy
