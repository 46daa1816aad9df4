import { z } from 'zod'
import { groupId, materialFolderId, materialId } from './ids.ts'
import { attachment } from './messages.ts'

/** Of one group or one programme. */
export const MAX_MATERIAL_FOLDERS = 50
export const MAX_MATERIALS = 300
export const MAX_MATERIAL_VERSIONS = 50
/** Found at once; whoever looks for something types another word. */
export const MAX_FOUND_MATERIALS = 50
export const MATERIALS_RESTORABLE_DAYS = 7

export const materialFolder = z.object({
  id: materialFolderId,
  title: z.string(),
  /** Materials in it. */
  count: z.int().nonnegative(),
  /** When something last came or changed; null while it is empty. */
  changedAt: z.iso.datetime().nullable(),
})
export type MaterialFolder = z.infer<typeof materialFolder>

/** What belongs together: of one group, or of a programme, for all groups that follow it. */
export const materialShelf = z.object({
  groupId: groupId.nullable(),
  /** Empty where it is a group's. */
  programme: z.string(),
  /** The group's or the programme's name. */
  name: z.string(),
  mayAdd: z.boolean(),
  folders: z.array(materialFolder),
})
export type MaterialShelf = z.infer<typeof materialShelf>

/** A file or a link. Of a file it is the newest version. */
export const material = z.object({
  id: materialId,
  folderId: materialFolderId,
  title: z.string(),
  note: z.string(),
  link: z.string().nullable(),
  file: attachment.nullable(),
  /** How many versions there are; 0 of a link. */
  versions: z.int().nonnegative(),
  /** As the organization knows them; empty of somebody it doesn't know any more. */
  addedBy: z.string(),
  changedAt: z.iso.datetime(),
  /** Raised by every change. */
  rev: z.int().positive(),
})
export type Material = z.infer<typeof material>

export const materialVersion = z.object({
  number: z.int().positive(),
  file: attachment,
  addedBy: z.string(),
  addedAt: z.iso.datetime(),
})
export type MaterialVersion = z.infer<typeof materialVersion>
