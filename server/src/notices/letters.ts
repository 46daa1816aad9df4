import type { NoticeId, NoticeUrgency, OrganizationId } from '@kolosok/contract'
import { notices } from '#locales/ru/notices.ts'
import { quietAt } from '#organizations/index.ts'
import { publishStale } from '#platform/bus.ts'
import type { Context } from '#platform/context.ts'
import { transact, type Tx } from '#platform/db.ts'
import type { Letter } from '#platform/letter.ts'
import { SendFailure } from '#platform/send-failure.ts'
import { createTexts } from '#platform/texts.ts'
import {
  failLetters,
  findLetterWords,
  findNextLetter,
  insertLetters,
  type LetterRow,
  postponeLetters,
  settleLetter,
  takeNextLetter,
} from './letter.store.ts'
import { queueLetters } from './queue.ts'
import { listFollowers } from './receiver.store.ts'

const t = createTexts(notices)
const MINUTE = 60_000
const PORTION = 20
const MOST_ATTEMPTS = 5

type Words = NonNullable<Awaited<ReturnType<typeof findLetterWords>>>

type Wave = {
  readonly id: NoticeId
  readonly notice: { readonly organizationId: OrganizationId; readonly urgency: NoticeUrgency | null }
  readonly wave: string
  readonly kind: LetterRow['kind']
}

/** In quiet hours letters wait for their end; what is urgent does not. */
export async function mailOut(tx: Tx, { id, notice, wave, kind }: Wave, now: Date): Promise<void> {
  const { organizationId, urgency } = notice
  const dueAt = urgency === null ? ((await quietAt(tx, organizationId, now)) ?? now) : now
  await insertLetters(tx, { id, wave, kind, dueAt })
  await queueLetters(tx, id, dueAt)
}

/** A portion of what is due, then others have their turn. What is over or withdrawn is not worth a letter. */
export async function sendLetters(context: Context, id: NoticeId): Promise<void> {
  const { db, bus, clock } = context
  await failLetters(db, id, 'sending')
  const words = await findLetterWords(db, id)
  if (!words || words.withdrawnAt || words.deadlineAt <= clock() || !context.mail.isOn) {
    await failLetters(db, id, 'waiting')
    return
  }
  for (let done = 0; done < PORTION; done++) {
    const letter = await takeNextLetter(db, id, clock())
    if (!letter) break
    await sendOne(context, id, words, letter)
  }
  publishStale(bus, await listFollowers(db, id), 'notice-progress')
  const dueAt = await findNextLetter(db, id)
  if (dueAt) await transact(db, (tx) => queueLetters(tx, id, dueAt))
}

async function sendOne(context: Context, id: NoticeId, words: Words, letter: LetterRow): Promise<void> {
  const { db, mail, clock } = context
  try {
    await mail.deliver(letterTo(letter, words, `${context.config.publicUrl}/notices/${id}`))
    await settleLetter(db, id, letter, { state: 'sent' })
  } catch (error) {
    if (!(error instanceof SendFailure)) throw error
    await settleFailed(db, id, letter, error, clock())
  }
}

async function settleFailed(
  db: Context['db'],
  id: NoticeId,
  letter: LetterRow,
  { kind }: SendFailure,
  now: Date,
): Promise<void> {
  if (kind === 'refused' || (kind === 'later' && letter.attempts >= MOST_ATTEMPTS)) {
    await settleLetter(db, id, letter, { state: 'failed' })
    return
  }
  const dueAt = new Date(now.getTime() + (kind === 'unreachable' ? 2 : 2 ** letter.attempts) * MINUTE)
  await settleLetter(db, id, letter, { state: 'waiting', dueAt })
  if (kind === 'unreachable') await postponeLetters(db, id, dueAt)
}

function letterTo({ address, kind }: LetterRow, words: Words, url: string): Letter {
  const { organization, title, timeZone } = words
  const until = new Intl.DateTimeFormat('ru', { dateStyle: 'long', timeStyle: 'short', timeZone }).format(
    words.deadlineAt,
  )
  const urgent = words.urgency === null ? 'no' : 'yes'
  return {
    to: address,
    subject: t(`letter.${kind}.subject`, { title, urgent }),
    paragraphs: [t(`letter.${kind}.text`, { organization, title }), t('letter.until', { until })],
    button: { text: t('letter.open'), url },
  }
}
