import { buffer } from 'node:stream/consumers'
import type { ApplicationId } from '@kolosok/contract'
import { openFile } from '#files/index.ts'
import { AppError } from '#platform/app-error.ts'
import type { FileAnswer } from '#platform/send-file.ts'
import type { ApplicationsContext } from './context.ts'
import { readOrderPage } from './open-docx.ts'
import { DOCX } from './order.ts'
import { findApplication } from './store.ts'

export async function readOrder(context: ApplicationsContext, id: ApplicationId): Promise<FileAnswer> {
  const application = await findApplication(context.db, id)
  if (!application) throw new AppError('not-found')
  return openFile(context, application.order_file_id)
}

/** A DOCX as HTML without styles of its own, if it can be had; the page still cleans it before it shows it. */
export async function readOrderText(context: ApplicationsContext, id: ApplicationId): Promise<{ html: string }> {
  const { body, mediaType } = await readOrder(context, id)
  if (mediaType !== DOCX || typeof body !== 'function') throw new AppError('not-found')
  const html = await readOrderPage(await buffer(body()))
  if (html === undefined) throw new AppError('not-found')
  return { html }
}
