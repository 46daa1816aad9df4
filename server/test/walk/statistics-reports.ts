import { office } from './roles.ts'
import type { Row } from './row.ts'
import type { Things } from './things.ts'

const here = ({ organizationId }: Things) => ({ params: { organizationId } })
/** A draft of the administrator's; the other one is with the head. */
const draft = ({ draftReportId }: Things) => ({ params: { statisticsReportId: draftReportId } })
const submitted = ({ submittedReportId }: Things) => ({ params: { statisticsReportId: submittedReportId } })
const forOffice = { allowed: office, forbidden: ['teacher', 'unconfirmed', 'parent'] } as const

export const statisticsReportRows = {
  oversight: { call: here, ...forOffice },
  // Of a group that the teacher leads.
  groupOversight: {
    call: ({ groupId }) => ({ params: { groupId } }),
    allowed: [...office, 'teacher'],
    forbidden: ['parent'],
  },
  list: { call: here, ...forOffice },
  compile: {
    call: ({ organizationId, unknownId }) => ({
      params: { organizationId, statisticsReportId: unknownId },
      body: { kind: 'school-year', firstDay: '2023-09-01' },
    }),
    allowed: ['admin'],
    forbidden: ['management', 'teacher', 'unconfirmed', 'parent'],
  },
  get: { call: submitted, allowed: office },
  edit: { call: (things) => ({ ...draft(things), body: { rev: 1, word: 'Всё спокойно' } }), allowed: ['admin'] },
  submit: { call: (things) => ({ ...draft(things), body: { rev: 1, word: '' } }), allowed: ['admin'] },
  // The head's alone: nobody of the walk is one.
  decide: {
    call: (things) => ({ ...submitted(things), body: { rev: 2, verdict: 'acknowledged' } }),
    allowed: [],
    forbidden: office,
  },
  remove: { call: draft, allowed: ['admin'] },
  paper: {
    call: ({ submittedReportId }) => ({ params: { statisticsReportId: submittedReportId, format: 'xlsx' } }),
    allowed: office,
  },
} as const satisfies Record<string, Row>
