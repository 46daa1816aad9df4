import type { NoticeAnswer } from '@kolosok/contract'
import { notices } from '#locales/ru/notices.ts'
import { clockWords } from '#platform/paper/clock-words.ts'
import { createTexts } from '#platform/texts.ts'
import type { ReceiverRow } from './progress.store.ts'
import type { NoticeRow } from './store.ts'

export const t = createTexts(notices)

/** What is drawn apart from the server's own thread: plain data. */
export type PaperNotice = Pick<
  NoticeRow,
  | 'title'
  | 'text'
  | 'asks'
  | 'options'
  | 'author'
  | 'sentAt'
  | 'deadlineAt'
  | 'correctedAt'
  | 'withdrawnAt'
  | 'word'
  | 'version'
> & {
  readonly files: readonly string[]
  readonly organization: string
  readonly timeZone: string
  readonly drawnAt: Date
}

export type Papers = {
  readonly kind: 'register.pdf' | 'register.xlsx' | 'slips.pdf'
  readonly notice: PaperNotice
  readonly receivers: readonly ReceiverRow[]
}

/** The ways to answer, in the order of their numbers. */
export function waysToAnswer({ asks, options }: Pick<NoticeRow, 'asks' | 'options'>): readonly string[] {
  switch (asks) {
    case 'read':
      return [t('answer.read')]
    case 'acknowledge':
      return [t('answer.acknowledge')]
    case 'agree':
      return [t('answer.agree'), t('answer.refuse')]
    case 'choice':
      return options
  }
}

export function momentsIn(timeZone: string) {
  const format = new Intl.DateTimeFormat('ru', {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  })
  return (at: Date | string) => format.format(new Date(at)).replace(',', '')
}

/** One line of the register for each of them, as text. */
export function registerLines({ notice, receivers }: Papers): readonly (readonly string[])[] {
  const ways = waysToAnswer(notice)
  const at = momentsIn(notice.timeZone)
  return receivers.map(({ name, label, groups, answer, leftAt, isWithoutApp }, index) => [
    String(index + 1),
    label === '' ? name : `${name} (${label})`,
    groups.join(', '),
    answer ? (ways[answer.choice] ?? '') : t('register.waiting'),
    answer?.by ?? '',
    answer ? at(answer.answeredAt) : '',
    noteOf({ answer, left: leftAt && at(leftAt), isWithoutApp }),
  ])
}

type Noted = { readonly answer: NoticeAnswer | null; readonly left: string | null; readonly isWithoutApp: boolean }

function noteOf({ answer, left, isWithoutApp }: Noted): string {
  const notes = [
    ...(answer?.isOnPaper ? [t('register.on-paper')] : []),
    ...(left === null ? [] : [t('register.left', { left })]),
    ...(isWithoutApp && !answer ? [t('register.without-app')] : []),
  ]
  return notes.join(', ')
}

export const registerHeads = () =>
  (['number', 'name', 'groups', 'answer', 'by', 'when', 'note'] as const).map((name) => t(`register.${name}`))

/** What stands above the lines. */
export function registerIntro({ notice, receivers }: Papers): readonly string[] {
  const at = momentsIn(notice.timeZone)
  const { author, sentAt, deadlineAt, correctedAt, withdrawnAt, word, drawnAt, timeZone } = notice
  const here = receivers.filter(({ leftAt }) => leftAt === null)
  const answered = here.filter(({ answer }) => answer !== null).length
  const ways = waysToAnswer(notice)
  const counts = ways.map(
    (way, choice) => `${way}: ${String(here.filter(({ answer }) => answer?.choice === choice).length)}`,
  )
  return [
    t('register.sent', { sent: at(sentAt), until: at(deadlineAt), author }),
    ...(correctedAt ? [t('register.corrected', { corrected: at(correctedAt) })] : []),
    ...(withdrawnAt ? [t('register.withdrawn', { withdrawn: at(withdrawnAt), word })] : []),
    `${t('register.total', { answered, asked: here.length })}${ways.length > 1 ? ` ${counts.join(', ')}.` : ''}`,
    t('register.drawn', { drawn: at(drawnAt), clock: clockWords(timeZone, drawnAt) }),
  ]
}
