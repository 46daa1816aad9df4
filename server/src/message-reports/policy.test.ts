import { describe, expect, test } from 'vitest'
import type { OrganizationRole } from '#organizations/index.ts'
import { messageReportPolicy, type ReportDesk, type ReportFacts } from './policy.ts'

type Who = OrganizationRole | 'stranger' | 'operator' | 'teacher of the group' | 'unconfirmed-teacher of the group'
type Row = Record<Who, boolean>

const nobody: Row = {
  'stranger': false,
  'operator': false,
  'admin': false,
  'head': false,
  'management': false,
  'teacher': false,
  'teacher of the group': false,
  'unconfirmed-teacher': false,
  'unconfirmed-teacher of the group': false,
  'parent': false,
  'student': false,
}

// A missing desk or role does not compile: it must be decided here first.
const table: Record<ReportDesk, Row> = {
  group: { ...nobody, 'admin': true, 'teacher of the group': true },
  head: { ...nobody, head: true },
  operator: { ...nobody, operator: true },
}

function factsOf(who: string, desk: ReportDesk): ReportFacts {
  const role = who.replace(' of the group', '')
  return {
    roles: role === 'stranger' || role === 'operator' ? [] : [role as OrganizationRole],
    isOperator: role === 'operator',
    teachesGroup: who.endsWith(' of the group'),
    isAuthor: false,
    desk,
    isDecided: false,
  }
}

const cells = Object.entries(table).flatMap(([desk, row]) =>
  Object.entries(row).map(([who, may]) => ({ desk: desk as ReportDesk, who, may })),
)

describe('a report of a message', () => {
  test.each(cells)('at the desk of the $desk, $who: $may', ({ desk, who, may }) => {
    const facts = factsOf(who, desk)
    expect(messageReportPolicy.see(facts)).toBe(may ? 'allow' : 'not-found')
    expect(messageReportPolicy.decide(facts)).toBe(may ? 'allow' : 'not-found')
    expect(messageReportPolicy.decide({ ...facts, isDecided: true })).toBe(may ? 'message-report-decided' : 'not-found')
  })

  test.each(cells)('at the desk of the $desk, $who who wrote it: never', ({ desk, who }) => {
    const facts = { ...factsOf(who, desk), isAuthor: true }
    expect([messageReportPolicy.see(facts), messageReportPolicy.decide(facts)]).toEqual(['not-found', 'not-found'])
  })
})
