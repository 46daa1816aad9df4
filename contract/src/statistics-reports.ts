import { z } from 'zod'
import { givenDay } from './day.ts'
import { defineEndpoint } from './endpoint.ts'
import { groupId, organizationId, statisticsReportId } from './ids.ts'
import { periodKind } from './periods.ts'

export const MAX_REPORT_WORD = 4_000

/** One figure with what it means: both are kept together, so that an old report still says what was counted. */
export const figure = z.object({
  code: z.string(),
  title: z.string(),
  /** What is counted, and what is not, in words. */
  definition: z.string(),
  unit: z.enum(['count', 'minutes', 'percent']),
  /** Null where there is nothing it could be reckoned from. */
  value: z.int().nullable(),
})
export type Figure = z.infer<typeof figure>

export const figureSection = z.object({ code: z.string(), title: z.string(), figures: z.array(figure) })
export type FigureSection = z.infer<typeof figureSection>

/** draft → submitted → acknowledged, or returned → submitted … */
export const statisticsReportState = z.enum(['draft', 'submitted', 'returned', 'acknowledged'])
export type StatisticsReportState = z.infer<typeof statisticsReportState>

const period = z.object({ kind: periodKind, firstDay: z.iso.date(), lastDay: z.iso.date() })

export const statisticsReportHeader = z.object({
  id: statisticsReportId,
  /** From being submitted on; it stays. */
  number: z.int().positive().nullable(),
  period,
  state: statisticsReportState,
  /** Raised by every change: whoever decides names the one they have read. */
  rev: z.int().positive(),
  submittedAt: z.iso.datetime().nullable(),
  decidedAt: z.iso.datetime().nullable(),
})
export type StatisticsReportHeader = z.infer<typeof statisticsReportHeader>

export const statisticsReport = statisticsReportHeader.extend({
  organizationId,
  /** Of the administrator, to the head. */
  word: z.string(),
  /** Of the head; required where it is returned. */
  answer: z.string(),
  compiledBy: z.string(),
  submittedBy: z.string(),
  decidedBy: z.string(),
  /** The moment the figures are of: once submitted they are frozen. */
  countedAt: z.iso.datetime(),
  sections: z.array(figureSection),
  abilities: z.object({ edit: z.boolean(), decide: z.boolean(), remove: z.boolean() }),
})
export type StatisticsReport = z.infer<typeof statisticsReport>

/** A figure of this month beside the one of the month before. */
const comparedFigure = figure.extend({ before: z.int().nullable() })
export type ComparedFigure = z.infer<typeof comparedFigure>

/** How the platform is used, at one look. */
export const oversight = z.object({
  /** The month's first day. */
  month: z.iso.date(),
  previousMonth: z.iso.date(),
  sections: z.array(figureSection.extend({ figures: z.array(comparedFigure) })),
  /** Remote events month by month, the oldest first. */
  months: z.array(z.object({ month: z.iso.date(), calls: z.int(), broadcasts: z.int(), minutes: z.int() })),
})
export type Oversight = z.infer<typeof oversight>

const here = z.object({ organizationId })
const one = z.object({ statisticsReportId })
const word = z.string().trim().max(MAX_REPORT_WORD)
const rev = z.int().positive()

export const statisticsReportEndpoints = {
  oversight: defineEndpoint({
    method: 'GET',
    path: '/api/organizations/:organizationId/oversight',
    access: 'account',
    params: here,
    response: oversight,
    problems: ['not-found', 'forbidden'],
  }),
  /** The same of one group, for its teachers. */
  groupOversight: defineEndpoint({
    method: 'GET',
    path: '/api/groups/:groupId/oversight',
    access: 'account',
    params: z.object({ groupId }),
    response: oversight,
    problems: ['not-found', 'forbidden'],
  }),
  /** Newest first. Drafts are the administrators' alone. */
  list: defineEndpoint({
    method: 'GET',
    path: '/api/organizations/:organizationId/statistics-reports',
    access: 'account',
    params: here,
    query: z.object({ before: statisticsReportId.optional() }),
    response: z.object({ reports: z.array(statisticsReportHeader), next: statisticsReportId.nullable() }),
    problems: ['not-found', 'forbidden'],
  }),
  /** One for each period. The client chose the id: a retry finds what it made. */
  compile: defineEndpoint({
    method: 'PUT',
    path: '/api/organizations/:organizationId/statistics-reports/:statisticsReportId',
    access: 'account',
    params: here.extend(one.shape),
    body: z.strictObject({ kind: periodKind, firstDay: givenDay }),
    response: statisticsReport,
    problems: ['not-found', 'forbidden', 'invalid-request', 'statistics-report-exists'],
  }),
  get: defineEndpoint({
    method: 'GET',
    path: '/api/statistics-reports/:statisticsReportId',
    access: 'account',
    params: one,
    response: statisticsReport,
    problems: ['not-found', 'forbidden'],
  }),
  edit: defineEndpoint({
    method: 'PUT',
    path: '/api/statistics-reports/:statisticsReportId/word',
    access: 'account',
    params: one,
    body: z.strictObject({ rev, word }),
    response: statisticsReport,
    problems: ['not-found', 'forbidden', 'invalid-request', 'statistics-report-changed', 'statistics-report-submitted'],
  }),
  /** To the head, with these figures: they do not change from now on. */
  submit: defineEndpoint({
    method: 'PUT',
    path: '/api/statistics-reports/:statisticsReportId/submission',
    access: 'account',
    params: one,
    body: z.strictObject({ rev, word }),
    response: statisticsReport,
    problems: ['not-found', 'forbidden', 'invalid-request', 'statistics-report-changed', 'statistics-report-submitted'],
  }),
  /** The head's: taken note of, or back with a word. */
  decide: defineEndpoint({
    method: 'PUT',
    path: '/api/statistics-reports/:statisticsReportId/decision',
    access: 'account',
    params: one,
    body: z
      .strictObject({ rev, verdict: z.enum(['acknowledged', 'returned']), word: word.default('') })
      .refine(({ verdict, word: said }) => verdict === 'acknowledged' || said !== '', {
        path: ['word'],
        params: { code: 'required' },
      }),
    response: statisticsReport,
    problems: ['not-found', 'forbidden', 'invalid-request', 'statistics-report-changed', 'statistics-report-decided'],
  }),
  /** A draft that nobody was shown. */
  remove: defineEndpoint({
    method: 'DELETE',
    path: '/api/statistics-reports/:statisticsReportId',
    access: 'account',
    params: one,
    response: z.object({}),
    problems: ['not-found', 'forbidden', 'statistics-report-submitted'],
  }),
  paper: defineEndpoint({
    method: 'GET',
    path: '/api/statistics-reports/:statisticsReportId/paper/:format',
    access: 'account',
    params: one.extend({ format: z.enum(['pdf', 'xlsx']) }),
    response: 'file',
    problems: ['not-found', 'forbidden'],
  }),
} as const
