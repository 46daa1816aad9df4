import { z } from 'zod'
import { organizationKind } from './organizations.ts'

/** PDF, DOCX or a photo; checked by content. */
export const MAX_ORDER_BYTES = 20 * 1024 * 1024

/** 160 random bits, made by the applicant's browser, kept by us as a hash: whoever has the link is the applicant. */
export const applicationToken = z.string().regex(/^[A-Za-z0-9_-]{27}$/)

export const applicationState = z.enum(['submitted', 'returned', 'approved', 'refused', 'withdrawn'])
export type ApplicationState = z.infer<typeof applicationState>

/** As typed. The server names every bad field at once, so nothing is refused here one by one. */
const typed = z.string().trim().max(2_000).default('')
export const applicationForm = z.strictObject({
  organizationName: typed,
  kind: typed,
  inn: typed,
  address: typed,
  headName: typed,
  administratorName: typed,
  email: typed,
  phone: typed,
})
/** As the page sends it, and as it arrives. */
export type ApplicationForm = z.output<typeof applicationForm>

/** Papers drafted from what has been typed, whatever is still missing. */
export const applicationDraft = z.strictObject({
  paper: z.enum(['order', 'letter']),
  format: z.enum(['docx', 'pdf']),
  form: applicationForm,
})
export type ApplicationDraft = z.output<typeof applicationDraft>

/** What is kept: checked, phone in E.164. */
export const applicationFacts = z.object({
  organizationName: z.string(),
  kind: organizationKind,
  inn: z.string(),
  address: z.string(),
  headName: z.string(),
  administratorName: z.string(),
  email: z.string(),
  phone: z.string(),
})
export type ApplicationFacts = z.infer<typeof applicationFacts>

export const applicationOrder = z.object({ name: z.string(), size: z.int(), mediaType: z.string() })
export type ApplicationOrder = z.infer<typeof applicationOrder>

export const applicationStep = z.object({
  kind: z.enum(['submitted', 'resubmitted', 'returned', 'approved', 'refused', 'withdrawn', 'claimed']),
  at: z.iso.datetime(),
  /** What has to be mended, or why not; empty otherwise. */
  reason: z.string(),
})
export type ApplicationStep = z.infer<typeof applicationStep>
