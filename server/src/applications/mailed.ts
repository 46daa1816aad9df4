import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { type FileId, MAX_ORDER_BYTES, type MailedApplication } from '@kolosok/contract'
import { describeFile, detachFiles, type FilesContext, holdFile, receiveFile } from '#files/index.ts'
import { applications as texts } from '#locales/ru/applications.ts'
import { AppError } from '#platform/app-error.ts'
import type { Context } from '#platform/context.ts'
import { transact, type Tx } from '#platform/db.ts'
import { defineSchedule, type Tasks } from '#platform/jobs.ts'
import type { Retained } from '#platform/retention.ts'
import { createTexts } from '#platform/texts.ts'
import { hashLink } from './link.ts'
import { countMailedBefore, deleteMailedBefore, findMailed, insertMailed } from './mailed.store.ts'
import { checkType, DOCX } from './order.ts'
import { readOrderWords } from './open-docx.ts'
import { recognizeForm } from './recognize-form.ts'
import { putUploadedOrder } from './store.ts'

const t = createTexts(texts)
const KEPT_DAYS = 30
const DAY = 24 * 3600 * 1000

export type ApplicationLetter = {
  readonly from: { readonly address: string; readonly name: string }
  readonly text: string
  readonly files: readonly { readonly name: string; readonly bytes: Buffer }[]
}

type Received = { readonly fileId: FileId; readonly name: string; readonly words: string }
export type ReadApplication = { readonly order: Received | undefined; readonly otherFiles: readonly string[] }

/** Which of the files is the order, checked as the web form checks it; the first that passes, by name or by place. */
export async function receiveOrder(files: FilesContext, letter: ApplicationLetter): Promise<ReadApplication> {
  const isNamed = ({ name }: { name: string }) => /приказ/iu.test(name)
  const likeliest = [...letter.files.filter(isNamed), ...letter.files.filter((file) => !isNamed(file))]
  let order: Received | undefined
  const otherFiles: string[] = []
  for (const file of likeliest) {
    if (order) otherFiles.push(file.name)
    else order = await receive(files, file).catch(refused)
    if (!order) otherFiles.push(file.name)
  }
  return { order, otherFiles }

  function refused(error: unknown): undefined {
    if (!(error instanceof AppError)) throw error
  }
}

async function receive(files: FilesContext, { name, bytes }: { name: string; bytes: Buffer }): Promise<Received> {
  const source = Readable.from([bytes])
  const kept = await receiveFile(files, { source, name, maxSize: MAX_ORDER_BYTES, check: checkType })
  const words = kept.mediaType === DOCX ? await readOrderWords(bytes) : ''
  return { fileId: kept.id, name: kept.name, words }
}

/**
 * What could be read waits behind a link that goes to the sender and to nobody else. Nothing of it is believed: the
 * form is checked, and the application exists, only when whoever opens the link submits it.
 */
export async function beginByLetter(
  context: Context,
  tx: Tx,
  letter: ApplicationLetter & { readonly id: string },
  { order, otherFiles }: ReadApplication,
): Promise<void> {
  const token = randomBytes(20).toString('base64url')
  const tokenHash = hashLink(token)
  const form = recognizeForm({ ...letter, orderWords: order?.words ?? '' })
  await insertMailed(tx, { tokenHash, form, otherFiles, now: context.clock() })
  if (order) {
    await putUploadedOrder(tx, tokenHash, order.fileId)
    await holdFile(tx, order.fileId)
  }
  const linkLetter = {
    to: letter.from.address,
    subject: t('mailed.subject'),
    paragraphs: [
      t('mailed.text'),
      // In no words of the letter, whose sender may be forged: names of files stand on the page behind the link.
      order ? t('mailed.order') : t('mailed.no-order'),
      t('mailed.next', { days: KEPT_DAYS }),
    ],
    button: { text: t('button.mailed'), url: `${context.config.publicUrl}/apply/${token}` },
  }
  await context.mail.send(tx, linkLetter, { aboutId: letter.id })
}

/** What the link in that letter shows; gone once it is submitted. */
export async function readMailed({ db }: Context, token: string): Promise<MailedApplication> {
  const found = await findMailed(db, hashLink(token))
  if (!found) throw new AppError('not-found')
  const { form, otherFiles, orderFileId } = found
  if (orderFileId === null) return { form, otherFiles, order: null }
  const { name, size, mediaType } = await describeFile(db, orderFileId)
  return { form, otherFiles, order: { name, size, mediaType } }
}

export const applicationRetention: readonly Retained[] = [
  { kind: 'mailed-applications', keptDays: KEPT_DAYS, count: countMailedBefore },
]

export const applicationTasks = ({ db, clock }: Context): Tasks => ({
  'forget-mailed-applications': defineSchedule('27 2 * * *', () =>
    transact(db, async (tx) => {
      const before = new Date(clock().getTime() - KEPT_DAYS * DAY)
      await detachFiles(tx, await deleteMailedBefore(tx, before))
    }),
  ),
})
