import { z } from 'zod'
import { audienceKind } from './audience.ts'
import { givenDay } from './day.ts'
import { localActEditionId, localActId, noticeId, organizationId } from './ids.ts'
import { givenLine, givenName } from './names.ts'

/** How it is laid out on paper, and what it takes to come into force. */
export const localActKind = z.enum(['regulation', 'order', 'form', 'instruction'])
export type LocalActKind = z.infer<typeof localActKind>

/** What the product ships with, in words of its own; `order` and `regulation` begin empty. */
export const localActTemplate = z.enum([
  'use-regulation',
  'use-order',
  'admin-order',
  'parent-consent',
  'staff-consent',
  'parent-instruction',
  'teacher-instruction',
  'empty-regulation',
  'empty-order',
])
export type LocalActTemplate = z.infer<typeof localActTemplate>

/** Everybody of these may read it once it is in force. */
export const localActAudience = audienceKind.exclude(['groups'])
export type LocalActAudience = z.infer<typeof localActAudience>

/** Adopted by the pedagogical council, the parents' council heard, approved by the head's order, in force from a day on. */
export const localActStep = z.enum(['adopted', 'heard', 'approved', 'in-force'])
export type LocalActStep = z.infer<typeof localActStep>

export const localActState = z.enum(['draft', 'adopted', 'heard', 'approved', 'in-force', 'superseded', 'repealed'])
export type LocalActState = z.infer<typeof localActState>

/** The way to force, by kind: an order is signed at once, only a regulation needs the council. */
export const stepsToForce = (kind: LocalActKind, hearsParents: boolean): readonly LocalActStep[] => [
  ...(kind === 'regulation' ? (['adopted'] as const) : []),
  ...(hearsParents ? (['heard'] as const) : []),
  'approved',
  'in-force',
]

export const MAX_ACT_TITLE = 300
export const MAX_ACT_SECTIONS = 40
export const MAX_ACT_HEADING = 200
export const MAX_ACT_TEXT = 20_000
/** Of all sections: some sixty pages. */
export const MAX_ACT_LENGTH = 150_000
export const MAX_PAPER_NUMBER = 40

/** A protocol or an order. */
export const localActPaper = z.object({ number: z.string(), date: z.iso.date() })
export type LocalActPaper = z.infer<typeof localActPaper>

/** That it has lost its force, or will, without another edition in its place: by which order, from which day on, and why. */
export const localActRepeal = localActPaper.extend({ from: z.iso.date(), word: z.string() })
export type LocalActRepeal = z.infer<typeof localActRepeal>

export const localActSection = z.object({ heading: z.string(), text: z.string() })
export type LocalActSection = z.infer<typeof localActSection>

/** An edition as lists show it. */
export const localAct = z.object({
  /** Of the edition. */
  id: localActEditionId,
  localActId,
  organizationId,
  /** 1, 2 … within the act. */
  number: z.int().positive(),
  kind: localActKind,
  title: z.string(),
  audience: localActAudience,
  hearsParents: z.boolean(),
  state: localActState,
  adopted: localActPaper.nullable(),
  heard: localActPaper.nullable(),
  approved: localActPaper.nullable(),
  inForceFrom: z.iso.date().nullable(),
  repeal: localActRepeal.nullable(),
})
export type LocalAct = z.infer<typeof localAct>

/** What happened to an edition, for those who look after it; corrections say what stood there before. */
export const localActEvent = z.object({
  id: z.uuid(),
  kind: z.enum(['begun', 'returned', ...localActStep.options, 'repealed']),
  number: z.string(),
  date: z.iso.date().nullable(),
  isCorrection: z.boolean(),
  word: z.string(),
  by: z.string(),
  at: z.iso.datetime(),
})
export type LocalActEvent = z.infer<typeof localActEvent>

/** How far «ознакомлен(а)» has come: the notice that asks for it. */
export const localActNotice = z.object({
  id: noticeId,
  sentAt: z.iso.datetime(),
  deadlineAt: z.iso.datetime(),
  isWithdrawn: z.boolean(),
  asked: z.int().nonnegative(),
  answered: z.int().nonnegative(),
})
export type LocalActNotice = z.infer<typeof localActNotice>

export const localActAbilities = z.object({
  edit: z.boolean(),
  remove: z.boolean(),
  beginNext: z.boolean(),
  returnToDraft: z.boolean(),
  acknowledge: z.boolean(),
  /** To say that it is in force no more, or to mend what was said. */
  repeal: z.boolean(),
  /** The next step, by this reader. */
  next: localActStep.nullable(),
  /** Steps behind it, of which this reader may mend number or date. */
  correct: z.array(localActStep),
})
export type LocalActAbilities = z.infer<typeof localActAbilities>

export const wholeLocalAct = localAct.extend({
  sections: z.array(localActSection),
  rev: z.int().positive(),
  editedAt: z.iso.datetime(),
  /** Empty for whoever only reads. */
  editedBy: z.string(),
  /** All that the reader may open, newest first. */
  editions: z.array(localAct.pick({ id: true, number: true, state: true, inForceFrom: true })),
  /** The last three are empty for whoever only reads. */
  events: z.array(localActEvent),
  notices: z.array(localActNotice),
  /** The next step, where somebody else takes it: the head. */
  waitsFor: localActStep.nullable(),
  abilities: localActAbilities,
})
export type WholeLocalAct = z.infer<typeof wholeLocalAct>

const text = (max: number) => z.string().max(max)

export const givenLocalAct = z.strictObject({
  title: givenName(MAX_ACT_TITLE),
  audience: localActAudience,
  hearsParents: z.boolean(),
  sections: z
    .array(z.strictObject({ heading: givenLine(MAX_ACT_HEADING), text: text(MAX_ACT_TEXT) }))
    .min(1)
    .max(MAX_ACT_SECTIONS)
    .refine((sections) => lengthOf(sections) <= MAX_ACT_LENGTH, { params: { code: 'too-long' } })
    .refine((sections) => lengthOf(sections) > 0, { params: { code: 'required' } }),
  /** What was edited. */
  rev: z.int().positive(),
})
export type GivenLocalAct = z.input<typeof givenLocalAct>

const lengthOf = (sections: readonly LocalActSection[]) =>
  sections.reduce((sum, { heading, text }) => sum + heading.trim().length + text.trim().length, 0)

/** Number and date of the protocol or the order; of `in-force` the day alone. */
export const givenLocalActStep = z.strictObject({
  number: givenLine(MAX_PAPER_NUMBER).default(''),
  date: givenDay,
  rev: z.int().positive(),
})
