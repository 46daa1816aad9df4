import type { ProblemCode } from '@kolosok/contract'
import type { OrganizationRole } from '#organizations/index.ts'

export type ReportDesk = 'group' | 'head' | 'operator'

export type ReportFacts = {
  /** Of the reader, in the organization of the chat. */
  readonly roles: readonly OrganizationRole[]
  readonly isOperator: boolean
  /** Attached to the group whose chat it is. */
  readonly teachesGroup: boolean
  /** Wrote the reported message. */
  readonly isAuthor: boolean
  /** Follows from what the author is. */
  readonly desk: ReportDesk
  readonly isDecided: boolean
}

export type ReportDecision = 'allow' | Extract<ProblemCode, 'not-found' | 'message-report-decided'>

const decides: Record<ReportDesk, (report: ReportFacts) => boolean> = {
  group: ({ roles, teachesGroup }) => roles.includes('admin') || (roles.includes('teacher') && teachesGroup),
  head: ({ roles }) => roles.includes('head'),
  operator: ({ isOperator }) => isOperator,
}

/** Whoever is reported never decides, whatever they are besides. */
const see = (report: ReportFacts): ReportDecision =>
  !report.isAuthor && decides[report.desk](report) ? 'allow' : 'not-found'

export const messageReportPolicy = {
  see,
  decide(report: ReportFacts): ReportDecision {
    const seen = see(report)
    return seen === 'allow' && report.isDecided ? 'message-report-decided' : seen
  },
} as const satisfies Record<string, (report: ReportFacts) => ReportDecision>

export type MessageReportAction = keyof typeof messageReportPolicy
