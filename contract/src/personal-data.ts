import { z } from 'zod'
import { defineEndpoint } from './endpoint.ts'
import { codeSent } from './identity.ts'
import { codeHandle, dataExportId } from './ids.ts'

export const dataExport = z.object({
  id: dataExportId,
  state: z.enum(['waiting', 'ready', 'failed', 'over']),
  /** How far it has come, in percent. */
  progress: z.int().min(0).max(100),
  askedAt: z.iso.datetime(),
  /** Until then it can be fetched; null unless it is ready. */
  offeredUntil: z.iso.datetime().nullable(),
  /** Bytes. */
  size: z.int(),
})
export type DataExport = z.infer<typeof dataExport>

/** What becomes of one kind of data when the account is deleted. */
export const deletionLine = z.object({
  what: z.string(),
  become: z.enum(['erased', 'emptied', 'kept']),
  /** Why it, or a part of it, stays; empty for what is erased. */
  because: z.string(),
})
export type DeletionLine = z.infer<typeof deletionLine>

/** Why an account can't be deleted yet. */
export const deletionObstacle = z.enum(['still-member', 'still-operator'])
export type DeletionObstacle = z.infer<typeof deletionObstacle>

export const personalDataEndpoints = {
  /** The last archive, and what deleting the account would mean. */
  get: defineEndpoint({
    method: 'GET',
    path: '/api/me/data',
    access: 'account',
    response: z.object({
      lastExport: dataExport.nullable(),
      deletion: z.object({ obstacles: z.array(deletionObstacle), lines: z.array(deletionLine) }),
    }),
    problems: [],
  }),
  /** Gathers everything about oneself in the background. Asking twice with one id makes one. */
  askForExport: defineEndpoint({
    method: 'PUT',
    path: '/api/me/data/exports/:dataExportId',
    access: 'account',
    params: z.object({ dataExportId }),
    response: z.object({}),
    problems: ['not-found', 'export-waiting', 'too-many-requests'],
  }),
  /** A ZIP, to nobody but whose data it is. */
  exportContent: defineEndpoint({
    method: 'GET',
    path: '/api/me/data/exports/:dataExportId/content',
    access: 'account',
    params: z.object({ dataExportId }),
    response: 'file',
    problems: ['not-found'],
  }),
  /** Deleting asks for it; null where no code can be sent to this person. */
  sendDeletionCode: defineEndpoint({
    method: 'POST',
    path: '/api/me/deletion/codes',
    access: 'account',
    response: z.object({ code: codeSent.nullable() }),
    problems: ['way-off', 'code-sent-recently', 'too-many-attempts'],
  }),
  /** Can't be taken back. The answer is the address of the act, which lives a week; all sessions end. */
  deleteAccount: defineEndpoint({
    method: 'POST',
    path: '/api/me/deletion',
    access: 'account',
    body: z.strictObject({
      isSure: z.literal(true),
      code: z
        .strictObject({ handle: codeHandle, code: z.string().trim().min(1).max(20) })
        .nullable()
        .default(null),
    }),
    response: z.object({ actPath: z.string() }),
    problems: [
      ...deletionObstacle.options,
      'invalid-request',
      'code-wrong',
      'code-late',
      'code-spent',
      'too-many-attempts',
    ],
  }),
  /** PDF, by an address that nobody can guess. */
  act: defineEndpoint({
    method: 'GET',
    path: '/api/deletion-acts/:token',
    access: 'public',
    params: z.object({ token: z.string().max(100) }),
    response: 'file',
    problems: ['not-found'],
  }),
} as const
