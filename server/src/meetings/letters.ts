import type { MeetingId } from '@kolosok/contract'
import { meetings } from '#locales/ru/meetings.ts'
import { quietAt } from '#organizations/index.ts'
import type { Context } from '#platform/context.ts'
import type { Tx } from '#platform/db.ts'
import type { Letter } from '#platform/letter.ts'
import { createTexts } from '#platform/texts.ts'
import { listAddresses } from './invitee.store.ts'
import { findLetterWords, type LetterWords } from './remind.store.ts'

const t = createTexts(meetings)

export type LetterKind = 'planned' | 'moved' | 'cancelled' | 'day' | 'soon'

/** In line with the transaction that wants them: sent once each, and in quiet hours after their end. */
export async function sendLetters(context: Context, tx: Tx, id: MeetingId, kind: LetterKind): Promise<void> {
  const { mail, clock, config } = context
  const words = await findLetterWords(tx, id)
  if (!mail.isOn || !words?.isMailed) return
  const notBefore = await quietAt(tx, words.organizationId, clock())
  // It would come when nobody needs it any more.
  if (notBefore && notBefore >= words.startsAt) return
  const isReminder = kind === 'day' || kind === 'soon'
  const options = { notBefore, isBulk: true, ...(kind !== 'cancelled' && { until: words.startsAt }) }
  for (const address of await listAddresses(tx, id, isReminder)) {
    await mail.send(tx, letterTo(address, kind, words, `${config.publicUrl}/meetings/${id}`), options)
  }
}

function letterTo(to: string, kind: LetterKind, words: LetterWords, url: string): Letter {
  const { organization, title, place, word, timeZone } = words
  const isLesson = String(words.isLesson)
  const when = new Intl.DateTimeFormat('ru', { dateStyle: 'long', timeStyle: 'short', timeZone }).format(words.startsAt)
  return {
    to,
    subject: t(`letter.${kind}.subject`, { title, isLesson }),
    paragraphs: [
      t(`letter.${kind}.text`, { organization, title, when, word, isLesson }),
      ...(kind === 'cancelled' ? [] : [place === '' ? t('letter.online', { isLesson }) : t('letter.place', { place })]),
    ],
    button: { text: t('letter.open', { isLesson }), url },
  }
}
