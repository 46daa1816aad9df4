import { buffer } from 'node:stream/consumers'
import type { ApplicationId } from '@kolosok/contract'
import mammoth from 'mammoth'
import { openFile } from '#files/index.ts'
import { AppError } from '#platform/app-error.ts'
import type { FileAnswer } from '#platform/send-file.ts'
import type { ApplicationsContext } from './context.ts'
import { DOCX } from './order.ts'
import { findApplication } from './store.ts'

export async function readOrder(context: ApplicationsContext, id: ApplicationId): Promise<FileAnswer> {
  const application = await findApplication(context.db, id)
  if (!application) throw new AppError('not-found')
  return openFile(context, application.order_file_id)
}

/** A DOCX as HTML without styles of its own; the page still cleans it before it shows it. */
export async function readOrderText(context: ApplicationsContext, id: ApplicationId): Promise<{ html: string }> {
  const { body, mediaType } = await readOrder(context, id)
  if (mediaType !== DOCX || typeof body !== 'function') throw new AppError('not-found')
  const { value } = await mammoth.convertToHtml({ buffer: await buffer(body()) })
  return { html: value }
}
