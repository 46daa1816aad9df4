import { z } from 'zod'
import { defineEndpoint } from './endpoint.ts'
import { fileId, importId, organizationId } from './ids.ts'
import { columnMeaning, importKind } from './import-columns.ts'

/** Lines of one list; a kindergarten of 300 has 300, a large school 3 000. */
export const MAX_IMPORT_LINES = 6000
export const MAX_IMPORT_COLUMNS = 60

export const importState = z.enum(['draft', 'applied', 'undone'])
export type ImportState = z.infer<typeof importState>

/** `ready` comes in, `bad` has to be mended or skipped, `there` is in the group already, `aside` is no child. */
export const lineState = z.enum(['ready', 'bad', 'skipped', 'there', 'aside'])
export type LineState = z.infer<typeof lineState>
/** Where lines are looked for: what is `ready`, but not all of it, is among the `doubtful`, too. */
export const lineList = z.enum(['ready', 'doubtful', ...lineState.exclude(['ready']).options])
export type LineList = z.infer<typeof lineList>

export const lineProblem = z.object({
  /** Index of the column it stands in. */
  column: z.int().nonnegative(),
  code: z.enum([
    'name-missing',
    'name-odd',
    'name-too-long',
    'group-missing',
    'group-too-long',
    'group-of-staff',
    'duplicate',
    'phone-odd',
    'email-odd',
    'position-too-long',
    'contact-missing',
    'group-odd',
    'group-twice',
    'group-in-itself',
    'group-too-deep',
    'age-too-long',
    'programme-too-long',
  ]),
  /** Comes in all the same, without what is odd. */
  isWarning: z.boolean(),
})
export type LineProblem = z.infer<typeof lineProblem>

export const importLine = z.object({
  /** As the sheet counts: from 1. */
  line: z.int().positive(),
  state: lineState,
  cells: z.array(z.string()),
  name: z.string(),
  group: z.string(),
  problems: z.array(lineProblem),
})
export type ImportLine = z.infer<typeof importLine>

export const importDraft = z.object({
  id: importId,
  organizationId,
  kind: importKind,
  /** Of the file; empty for a pasted list. */
  name: z.string(),
  state: importState,
  createdAt: z.iso.datetime(),
  createdBy: z.string(),
  appliedAt: z.iso.datetime().nullable(),
  columns: z.array(
    z.object({
      /** What stands above the column, if anything. */
      title: z.string(),
      meaning: columnMeaning,
      /** The first few values, to recognise the column by. */
      examples: z.array(z.string()),
    }),
  ),
  counts: z.record(lineList, z.int().nonnegative()),
  /** Of what is shown below: another one when the structure has changed under the list. */
  digest: z.string(),
  /** What came in, once it did. */
  made: z.object({
    groups: z.int().nonnegative(),
    children: z.int().nonnegative(),
    invitations: z.int().nonnegative(),
  }),
  /** With how many children, or staff, of this list; of a list of groups, those it makes. */
  groups: z.array(z.object({ name: z.string(), isNew: z.boolean(), children: z.int().nonnegative() })),
})
export type ImportDraft = z.infer<typeof importDraft>

const one = z.object({ importId })

export const importEndpoints = {
  /** The latest first; what was begun and left lying can be taken up again. */
  list: defineEndpoint({
    method: 'GET',
    path: '/api/organizations/:organizationId/imports',
    access: 'account',
    params: z.object({ organizationId }),
    response: z.object({
      imports: z.array(
        importDraft.pick({
          id: true,
          kind: true,
          name: true,
          state: true,
          createdAt: true,
          createdBy: true,
          appliedAt: true,
        }),
      ),
    }),
    problems: ['not-found', 'forbidden'],
  }),
  /** Reads an uploaded XLSX or CSV file, or pasted text, and says what it understood. Nothing is changed yet. */
  begin: defineEndpoint({
    method: 'PUT',
    path: '/api/organizations/:organizationId/imports/:importId',
    access: 'account',
    params: z.object({ organizationId, importId }),
    body: z.union([
      z.strictObject({ fileId, kind: importKind.default('children') }),
      z.strictObject({ text: z.string().min(1).max(900_000), kind: importKind.default('children') }),
    ]),
    response: importDraft,
    problems: ['not-found', 'forbidden', 'invalid-request', 'too-many-requests'],
  }),
  get: defineEndpoint({
    method: 'GET',
    path: '/api/imports/:importId',
    access: 'account',
    params: one,
    response: importDraft,
    problems: ['not-found'],
  }),
  /** In the order of the sheet. */
  lines: defineEndpoint({
    method: 'GET',
    path: '/api/imports/:importId/lines',
    access: 'account',
    params: one,
    query: z.object({ state: lineList.optional(), after: z.coerce.number().int().nonnegative().default(0) }),
    response: z.object({ lines: z.array(importLine), next: z.int().positive().nullable() }),
    problems: ['not-found'],
  }),
  setColumns: defineEndpoint({
    method: 'PUT',
    path: '/api/imports/:importId/columns',
    access: 'account',
    params: one,
    body: z.strictObject({ meanings: z.array(columnMeaning).max(MAX_IMPORT_COLUMNS) }),
    response: importDraft,
    problems: ['not-found', 'import-over', 'invalid-request'],
  }),
  /** Mends cells of one line, or leaves it out, or says that another child of the same name is meant. */
  mendLine: defineEndpoint({
    method: 'PATCH',
    path: '/api/imports/:importId/lines/:line',
    access: 'account',
    params: z.object({ importId, line: z.coerce.number().int().positive() }),
    body: z
      .strictObject({
        cells: z.record(z.string().regex(/^\d{1,2}$/), z.string().max(1000)),
        isSkipped: z.boolean(),
        isNamesake: z.boolean(),
      })
      .partial(),
    response: z.object({ draft: importDraft, line: importLine }),
    problems: ['not-found', 'import-over', 'invalid-request'],
  }),
  /** All or nothing: the groups that are new, the children, whom to expect for them. */
  apply: defineEndpoint({
    method: 'PUT',
    path: '/api/imports/:importId/applied',
    access: 'account',
    params: one,
    /** The digest of what was looked at: nothing else than that is brought in. */
    query: z.object({ seen: z.string().max(100).optional() }),
    response: importDraft,
    problems: ['not-found', 'import-has-bad-lines', 'import-empty', 'import-over', 'import-outdated'],
  }),
  /** Takes out again what came in, as long as nobody has joined for one of these children. */
  undo: defineEndpoint({
    method: 'DELETE',
    path: '/api/imports/:importId/applied',
    access: 'account',
    params: one,
    response: importDraft,
    problems: ['not-found', 'import-in-use', 'import-over'],
  }),
} as const
