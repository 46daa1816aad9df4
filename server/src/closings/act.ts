import { sections } from '#organization-data/index.ts'
import type { Block, Paper } from '#platform/paper/paper.ts'
import type { ClosingRow } from './store.ts'

export type Kept = string

type Facts = {
  readonly closing: ClosingRow
  readonly card: { readonly inn: string; readonly timeZone: string; readonly code: string }
  readonly number: number
  readonly at: Date
  readonly kept: readonly Kept[]
}

/** That the data of an organization is gone: which, when and by which closing. It names no person. */
export function writeAct({ closing, card, number, at, kept }: Facts): Paper {
  const day = new Intl.DateTimeFormat('ru', { dateStyle: 'long', timeZone: card.timeZone })
  const title = `Акт об удалении данных организации № ${String(number)}`
  const listed = (items: readonly string[]): Block => ({ kind: 'listed', items: [...items] })
  return {
    title,
    blocks: [
      { kind: 'heading', text: title },
      { kind: 'ends', left: day.format(at), right: 'Колосок' },
      { kind: 'text', text: `Организация: ${closing.name}. ИНН ${card.inn}, код в Колоске ${card.code}.` },
      {
        kind: 'text',
        text: `Организация закрыта ${day.format(closing.closed_at)} по решению её руководства. Срок, в который её можно было открыть снова, кончился ${day.format(closing.erase_at)}. Данные стёрты автоматически.`,
      },
      { kind: 'text', text: 'Стёрто полностью, вместе с файлами:' },
      listed(sections.filter(({ folder }) => folder !== 'journal').map(({ title: section }) => section)),
      { kind: 'text', text: 'Осталось:' },
      listed(kept),
      {
        kind: 'text',
        text: 'Учётные записи людей принадлежат им самим и остаются, пока владелец их не удалит. В резервных копиях, сделанных раньше, данные остаются, пока эти копии не сменятся новыми.',
      },
    ],
  }
}
