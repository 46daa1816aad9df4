import type { StatisticsReportState } from '@kolosok/contract'
import { describe, expect, test } from 'vitest'
import type { OrganizationRole } from '#organizations/index.ts'
import { type ReportAction, reportPolicy, type ReportVerdict } from './policy.ts'

type Row = Record<StatisticsReportState, ReportVerdict>
type Who = OrganizationRole | 'stranger' | 'head and admin'
const row = (
  ...[draft, submitted, returned, acknowledged]: [ReportVerdict, ReportVerdict, ReportVerdict, ReportVerdict]
) => ({ draft, submitted, returned, acknowledged }) satisfies Row

const hidden = row('not-found', 'not-found', 'not-found', 'not-found')
const [no, here] = ['not-found', 'allow'] as const
const sent = 'statistics-report-submitted'
const decided = 'statistics-report-decided'
const outsiders = {
  'stranger': hidden,
  'teacher': hidden,
  'unconfirmed-teacher': hidden,
  'parent': hidden,
  'student': hidden,
}

// A missing action, role or state does not compile: it must be decided here first.
const table = {
  see: {
    ...outsiders,
    'admin': row(here, here, here, here),
    'head': row(no, here, here, here),
    'management': row(no, here, here, here),
    'head and admin': row(here, here, here, here),
  },
  edit: {
    ...outsiders,
    'admin': row(here, sent, here, sent),
    'head': row(no, 'forbidden', 'forbidden', 'forbidden'),
    'management': row(no, 'forbidden', 'forbidden', 'forbidden'),
    'head and admin': row(here, sent, here, sent),
  },
  remove: {
    ...outsiders,
    'admin': row(here, sent, sent, sent),
    'head': row(no, 'forbidden', 'forbidden', 'forbidden'),
    'management': row(no, 'forbidden', 'forbidden', 'forbidden'),
    'head and admin': row(here, sent, sent, sent),
  },
  decide: {
    ...outsiders,
    'admin': row('forbidden', 'forbidden', 'forbidden', 'forbidden'),
    'head': row(no, here, decided, decided),
    'management': row(no, 'forbidden', 'forbidden', 'forbidden'),
    'head and admin': row(decided, here, decided, decided),
  },
} as const satisfies Record<ReportAction, Record<Who, Row>>

const rolesOf = (who: string): OrganizationRole[] => {
  if (who === 'stranger') return []
  return who === 'head and admin' ? ['head', 'admin'] : [who as OrganizationRole]
}

const cells = Object.entries(table).flatMap(([action, byWho]) =>
  Object.entries(byWho).flatMap(([who, byState]) =>
    Object.entries(byState).map(([state, verdict]) => ({ action, who, state, verdict })),
  ),
)

describe('a statistics report', () => {
  test.each(cells)('$action, $who, $state → $verdict', ({ action, who, state, verdict }) => {
    const facts = { roles: rolesOf(who), state: state as StatisticsReportState }
    expect(reportPolicy[action as ReportAction](facts)).toBe(verdict)
  })
})
