import { z } from 'zod'
import { defineEndpoint } from './endpoint.ts'
import { fileId } from './ids.ts'

/** Resumable uploads speak tus 1.0 here rather than JSON; the id of an upload is the id of its file. */
export const UPLOADS_PATH = '/api/uploads'

/** Why a file is not taken; each has its own sentence on screen. */
export const fileRefusals = [
  'file-empty',
  'file-too-large',
  'file-broken',
  'file-html',
  'file-svg',
  'file-script',
  'file-program',
  'image-too-large',
  'archive-with-program',
  'archive-path',
  'archive-bomb',
  'archive-nested',
  'archive-locked',
  'archive-broken',
  'document-macro',
  'pdf-script',
  'pdf-locked',
  // An order is a PDF, a DOCX or a photo.
  'order-type',
] as const
export const fileRefusal = z.enum(fileRefusals)
export type FileRefusal = z.infer<typeof fileRefusal>

export const fileEndpoints = {
  /** The bytes; in the page only what can't run there, everything else as a download. Ranges are answered. A
   * recording is not everybody's to download who may play it. */
  content: defineEndpoint({
    method: 'GET',
    path: '/api/files/:fileId/content',
    access: 'account',
    params: z.object({ fileId }),
    query: z.object({ download: z.literal('1').optional() }),
    response: 'file',
    problems: ['not-found', 'forbidden'],
  }),
  /** A small WebP of a photo. */
  thumbnail: defineEndpoint({
    method: 'GET',
    path: '/api/files/:fileId/thumbnail',
    access: 'account',
    params: z.object({ fileId }),
    response: 'file',
    problems: ['not-found'],
  }),
} as const
