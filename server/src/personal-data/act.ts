import type { DeletionLine } from '@kolosok/contract'
import type { Block, Paper } from '#platform/paper/paper.ts'
import type { Owner } from './store.ts'

type Facts = {
  readonly number: number
  readonly at: Date
  readonly owner: Owner
  readonly lines: readonly DeletionLine[]
}

const day = new Intl.DateTimeFormat('ru', { dateStyle: 'long', timeZone: 'Europe/Moscow' })

/** The act of a deletion: what is gone, what stays and why. */
export function writeAct({ number, at, owner, lines }: Facts): Paper {
  const name = [owner.familyName, owner.givenName, owner.patronymic].filter((part) => part !== '').join(' ')
  const of = (become: DeletionLine['become']) => lines.filter((line) => line.become === become)
  const listed = (kind: DeletionLine['become'], say: (line: DeletionLine) => string): Block => ({
    kind: 'listed',
    items: of(kind).map(say),
  })
  const because = ({ what, because: reason }: DeletionLine) => `${what}: ${reason}`
  return {
    title: `Акт об удалении персональных данных № ${String(number)}`,
    blocks: [
      { kind: 'heading', text: `Акт об удалении персональных данных № ${String(number)}` },
      { kind: 'ends', left: day.format(at), right: 'Колосок' },
      {
        kind: 'text',
        text: `По желанию владельца удалена учётная запись: ${name === '' ? 'имя не указано' : name}. Данные удалены автоматически, в момент составления акта.`,
      },
      { kind: 'text', text: 'Стёрто полностью:' },
      listed('erased', ({ what }) => what),
      { kind: 'text', text: 'Обезличено: имя, телефон, почта и другие сведения о человеке стёрты, запись осталась:' },
      listed('emptied', because),
      { kind: 'text', text: 'Осталось:' },
      listed('kept', because),
      {
        kind: 'text',
        text: 'В резервных копиях, сделанных раньше, данные остаются, пока эти копии не сменятся новыми. Акт хранится неделю, его номер и дата — бессрочно, без имени.',
      },
    ],
  }
}
