import { z } from 'zod'
import { groupId } from './ids.ts'

export const MAX_AUDIENCE_GROUPS = 200

/** Whom something is for. Who that is follows from the structure, and changes with it. */
export const audienceKind = z.enum(['all', 'staff', 'parents', 'groups'])
export type AudienceKind = z.infer<typeof audienceKind>

export const audience = z.object({
  kind: audienceKind,
  /** Chosen ones: their teachers and the parents of their children. Empty for every other kind. */
  groupIds: z.array(groupId),
})
export type Audience = z.infer<typeof audience>

export const givenAudience = z
  .strictObject({ kind: audienceKind, groupIds: z.array(groupId).max(MAX_AUDIENCE_GROUPS).default([]) })
  .refine(({ kind, groupIds }) => kind !== 'groups' || groupIds.length > 0, { params: { code: 'required' } })
  .transform(({ kind, groupIds }) => ({ kind, groupIds: kind === 'groups' ? [...new Set(groupIds)] : [] }))
