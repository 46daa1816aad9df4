import { Readable } from 'node:stream'
import type { LocalActAudience, LocalActEditionId, NoticeId } from '@kolosok/contract'
import { MAX_NOTICE_TITLE } from '@kolosok/contract'
import { localActPapers } from '#locales/ru/local-act-papers.ts'
import { type FilesContext, receiveFile } from '#files/index.ts'
import { sendNotice } from '#notices/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError, invalidFields } from '#platform/app-error.ts'
import { createTexts } from '#platform/texts.ts'
import { accessLocalAct } from './access.ts'
import { change } from './change.ts'
import { getLetterhead } from './letterhead.store.ts'
import { drawLocalAct } from './paper.ts'
import { lockAct } from './store.ts'
import { findEditionOfNotice, insertNoticeOfEdition } from './write.store.ts'

const t = createTexts(localActPapers)
const MAX_PAPER_BYTES = 50 * 1024 * 1024

type Asked = {
  readonly editionId: LocalActEditionId
  readonly noticeId: NoticeId
  readonly audience: LocalActAudience
  readonly deadlineAt: string
  readonly isMailed: boolean
}

/** The act as it is in force goes out within a notice: what people acknowledge is exactly this paper. */
export async function acknowledge(context: FilesContext, actor: Actor, given: Asked) {
  const { editionId, noticeId, audience, deadlineAt, isMailed } = given
  const asked = { editionId, now: context.clock() }
  const edition = await accessLocalAct(context.db, actor, 'acknowledge', asked)
  if (edition.audience !== 'all' && audience !== edition.audience) throw invalidFields({ audience: 'not-found' })
  const file = await keepPaper(context, actor, edition)
  return change(context, actor, editionId, async (tx, now, afterCommit) => {
    await lockAct(tx, editionId)
    const { organizationId, title } = await accessLocalAct(tx, actor, 'acknowledge', { editionId, now })
    const sent = await findEditionOfNotice(tx, noticeId)
    if (sent === editionId) return null
    if (sent) throw new AppError('not-found')
    const notice: Parameters<typeof sendNotice>[3] = {
      organizationId,
      noticeId,
      title: shorten(t('notice.title', { title })),
      text: t('notice.text'),
      fileIds: [file.id],
      audience: { kind: audience, groupIds: [] },
      deadlineAt,
      isMailed,
      asks: 'acknowledge',
    }
    await sendNotice(tx, context, actor, notice, afterCommit)
    await insertNoticeOfEdition(tx, noticeId, editionId)
    return { id: editionId, organizationId, action: 'local-act.acknowledgement-asked' }
  })
}

const shorten = (title: string) =>
  title.length <= MAX_NOTICE_TITLE ? title : `${title.slice(0, MAX_NOTICE_TITLE - 1).trimEnd()}…`

async function keepPaper(context: FilesContext, actor: Actor, edition: Parameters<typeof drawLocalAct>[0]) {
  const { body, name } = await drawLocalAct(edition, await getLetterhead(context.db, edition.organizationId), 'pdf')
  if (!Buffer.isBuffer(body)) throw new Error('A paper is drawn in one piece')
  return receiveFile(context, {
    source: Readable.from([body]),
    name,
    maxSize: MAX_PAPER_BYTES,
    check: () => undefined,
    uploaderId: actor.accountId,
  })
}
