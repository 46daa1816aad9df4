import { z } from 'zod'
import { defineEndpoint } from './endpoint.ts'
import { dataExportId, organizationId } from './ids.ts'
import { dataExport } from './personal-data.ts'

/** An archive of a whole organization: everything that its office may have. */
export const organizationExport = dataExport.extend({
  /** Only whoever asked for it fetches it. */
  isOwn: z.boolean(),
  askedBy: z.string(),
})
export type OrganizationExport = z.infer<typeof organizationExport>

const one = z.object({ organizationId, dataExportId })

export const organizationDataEndpoints = {
  /** The last ones, newest first. */
  list: defineEndpoint({
    method: 'GET',
    path: '/api/organizations/:organizationId/data',
    access: 'account',
    params: z.object({ organizationId }),
    response: z.object({ exports: z.array(organizationExport) }),
    problems: ['not-found', 'forbidden'],
  }),
  /** Gathers it in the background. Asking twice with one id makes one. */
  ask: defineEndpoint({
    method: 'PUT',
    path: '/api/organizations/:organizationId/data/exports/:dataExportId',
    access: 'account',
    params: one,
    response: z.object({}),
    problems: ['not-found', 'forbidden', 'export-waiting', 'too-many-requests'],
  }),
  /** A ZIP, to nobody but who asked. */
  content: defineEndpoint({
    method: 'GET',
    path: '/api/organizations/:organizationId/data/exports/:dataExportId/content',
    access: 'account',
    params: one,
    response: 'file',
    problems: ['not-found', 'forbidden'],
  }),
} as const
