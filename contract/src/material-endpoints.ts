import { z } from 'zod'
import { defineEndpoint } from './endpoint.ts'
import { chatId, fileId, groupId, materialFolderId, materialId, messageId, organizationId } from './ids.ts'
import {
  material,
  materialFolder,
  materialShelf,
  materialVersion,
  MAX_MATERIAL_FOLDERS,
  MAX_MATERIALS,
} from './materials.ts'
import { givenName } from './names.ts'

const webAddress = z.url({ protocol: /^https?$/, hostname: /^[^\s.]+(\.[^\s.]+)+\.?$/ })

/** Opened by whoever reads it: nothing that a browser would run. */
const link = z
  .string()
  .trim()
  .max(2_000)
  .refine((text) => webAddress.safeParse(text).success, { params: { code: 'not-a-link' } })

const inFolder = z.object({ folderId: materialFolderId })
const one = z.object({ materialId })

export const materialEndpoints = {
  /** Everything one may read, folder by folder: a group's and a programme's folders are few. */
  list: defineEndpoint({
    method: 'GET',
    path: '/api/organizations/:organizationId/materials',
    access: 'account',
    params: z.object({ organizationId }),
    response: z.object({ shelves: z.array(materialShelf) }),
    problems: ['not-found'],
  }),
  /** By words in any form and by parts of words, in all one may read; the newest first. */
  find: defineEndpoint({
    method: 'GET',
    path: '/api/organizations/:organizationId/found-materials',
    access: 'account',
    params: z.object({ organizationId }),
    query: z.object({ words: z.string().trim().min(1).max(100) }),
    response: z.object({ materials: z.array(material.extend({ folderTitle: z.string(), shelfName: z.string() })) }),
    problems: ['not-found'],
  }),
  folder: defineEndpoint({
    method: 'GET',
    path: '/api/material-folders/:folderId',
    access: 'account',
    params: inFolder,
    response: z.object({
      folder: materialFolder,
      shelf: materialShelf.omit({ folders: true }),
      materials: z.array(material),
    }),
    problems: ['not-found'],
  }),
  /** Makes it or renames it; the client chose the id, so a retry changes nothing. */
  saveFolder: defineEndpoint({
    method: 'PUT',
    path: '/api/organizations/:organizationId/material-folders/:folderId',
    access: 'account',
    params: z.object({ organizationId, folderId: materialFolderId }),
    body: z
      .strictObject({
        title: givenName(80),
        groupId: groupId.nullable().default(null),
        programme: z.string().trim().max(200).default(''),
      })
      .refine((body) => (body.groupId === null) !== (body.programme === ''), {
        path: ['groupId'],
        params: { code: 'required' },
      }),
    response: materialFolder,
    problems: ['not-found', 'forbidden', 'group-archived', 'too-many-material-folders'],
  }),
  /** With everything in it; for some days it can be brought back. */
  removeFolder: defineEndpoint({
    method: 'DELETE',
    path: '/api/material-folders/:folderId',
    access: 'account',
    params: inFolder,
    response: z.object({}),
    problems: ['not-found', 'forbidden', 'group-archived'],
  }),
  restoreFolder: defineEndpoint({
    method: 'PUT',
    path: '/api/material-folders/:folderId/restored',
    access: 'account',
    params: inFolder,
    response: materialFolder,
    problems: ['not-found', 'forbidden', 'group-archived', 'too-many-material-folders'],
  }),
  /** In which order its materials stand; what is not named stays behind the others. */
  order: defineEndpoint({
    method: 'PUT',
    path: '/api/material-folders/:folderId/order',
    access: 'account',
    params: inFolder,
    body: z.strictObject({ materialIds: z.array(materialId).max(MAX_MATERIALS) }),
    response: z.object({}),
    problems: ['not-found', 'forbidden', 'group-archived'],
  }),
  /** The same for the folders beside this one. */
  orderFolders: defineEndpoint({
    method: 'PUT',
    path: '/api/material-folders/:folderId/neighbours',
    access: 'account',
    params: inFolder,
    body: z.strictObject({ folderIds: z.array(materialFolderId).max(MAX_MATERIAL_FOLDERS) }),
    response: z.object({}),
    problems: ['not-found', 'forbidden', 'group-archived'],
  }),
  /**
   * New: a link, or an upload of one's own. Else another title, note, link or folder; `rev` says what was changed. A
   * file gets another version by `addVersion`.
   */
  save: defineEndpoint({
    method: 'PUT',
    path: '/api/material-folders/:folderId/materials/:materialId',
    access: 'account',
    params: z.object({ folderId: materialFolderId, materialId }),
    body: z
      .strictObject({
        title: givenName(200),
        note: z.string().trim().max(1_000).default(''),
        link: link.nullable().default(null),
        fileId: fileId.nullable().default(null),
        rev: z.int().positive().nullable().default(null),
      })
      .refine((body) => body.link === null || body.fileId === null, {
        path: ['link'],
        params: { code: 'link-or-file' },
      }),
    response: material,
    problems: [
      'not-found',
      'forbidden',
      'group-archived',
      'invalid-request',
      'material-changed',
      'material-folder-full',
    ],
  }),
  /** What a message of a chat that one reads holds, by reference: it stays when the message or the chat goes. */
  take: defineEndpoint({
    method: 'PUT',
    path: '/api/material-folders/:folderId/taken/:messageId',
    access: 'account',
    params: z.object({ folderId: materialFolderId, messageId }),
    body: z.strictObject({
      chatId,
      items: z
        .array(
          z.strictObject({ materialId, fileId: fileId.nullable().default(null), link: link.nullable().default(null) }),
        )
        .min(1)
        .max(20),
    }),
    response: z.object({ materials: z.array(material) }),
    problems: [
      'not-found',
      'forbidden',
      'group-archived',
      'invalid-request',
      'message-deleted',
      'material-folder-full',
    ],
  }),
  /** Older ones are for those who add. */
  versions: defineEndpoint({
    method: 'GET',
    path: '/api/materials/:materialId/versions',
    access: 'account',
    params: one,
    response: z.object({ versions: z.array(materialVersion) }),
    problems: ['not-found', 'forbidden', 'group-archived'],
  }),
  /** An upload of one's own in place of the file; the one before is kept. */
  addVersion: defineEndpoint({
    method: 'PUT',
    path: '/api/materials/:materialId/versions/:fileId',
    access: 'account',
    params: one.extend({ fileId }),
    response: material,
    problems: ['not-found', 'forbidden', 'group-archived', 'invalid-request', 'too-many-versions'],
  }),
  remove: defineEndpoint({
    method: 'DELETE',
    path: '/api/materials/:materialId',
    access: 'account',
    params: one,
    response: z.object({}),
    problems: ['not-found', 'forbidden', 'group-archived'],
  }),
  restore: defineEndpoint({
    method: 'PUT',
    path: '/api/materials/:materialId/restored',
    access: 'account',
    params: one,
    response: material,
    problems: ['not-found', 'forbidden', 'group-archived', 'material-folder-full'],
  }),
} as const
