import {
  type OrganizationId,
  type Ticket,
  type TicketDesk,
  ticketEndpoints,
  type TicketEntryId,
  type TicketId,
} from '@kolosok/contract'
import type { Context } from '#platform/context.ts'
import { newId } from '#platform/new-id.ts'
import type { Founded } from './founding.ts'
import type { Visitor } from './guide.ts'
import type { Speakers } from './staffing.ts'
import { backdateTickets } from './store.ts'

type Said = { readonly by: 'asker' | 'admin' | 'operator'; readonly text: string; readonly isNote?: boolean }
type Asked = {
  readonly who: string
  readonly desk: TicketDesk
  readonly day: number
  readonly subject: string
  readonly text: string
  readonly then: readonly Said[]
  readonly end?: 'passed' | 'solved'
  readonly stars?: number
}

const asked: readonly Asked[] = [
  {
    who: 'мама Вани',
    desk: 'organization',
    day: 0,
    subject: 'Бабушка тоже хочет видеть чат группы',
    text: 'Здравствуйте! Ваню часто забирает бабушка, Нина Павловна. Можно дать ей ссылку, чтобы она тоже видела объявления?',
    then: [],
  },
  {
    who: 'Назаров',
    desk: 'organization',
    day: 2,
    subject: 'Не вижу «Среднюю» в списке групп',
    text: 'С сентября веду музыку и в «Средней», а в списке её нет.',
    then: [
      { by: 'admin', text: 'Проверить по приказу, с какого числа', isNote: true },
      { by: 'admin', text: 'Прикрепила вас к «Средней». Обновите страницу, группа появится в «Чатах».' },
    ],
  },
  {
    who: 'Лебедева',
    desk: 'organization',
    day: 5,
    subject: 'Фото с телефона приходят повёрнутыми',
    text: 'Снимаю прогулки на телефон, а в чате часть фотографий лежит на боку. Телефон обычный, Android.',
    then: [{ by: 'admin', text: 'Повторила на своём телефоне: одно фото из десяти', isNote: true }],
    end: 'passed',
  },
  {
    who: 'Соколова',
    desk: 'platform',
    day: 8,
    subject: 'Как выгрузить список семей для бухгалтерии',
    text: 'Нужен список детей с группами в таблице. Где он?',
    then: [
      { by: 'operator', text: 'Откройте «Организация» → «Дети» и нажмите «Выгрузить»: получится таблица XLSX.' },
      { by: 'asker', text: 'Нашла, спасибо!' },
    ],
    end: 'solved',
    stars: 5,
  },
]

/** What people of the kindergarten have asked: new, answered, passed on to the platform's support, settled. */
export async function askForHelp(context: Context, founded: Founded, speakers: Speakers): Promise<void> {
  const times = new Map<TicketId, Date>()
  for (const one of asked) {
    const asker = speakers.get(one.who)?.visitor
    if (!asker) continue
    const id = await ask(asker, founded.organizationId, one)
    if (one.day > 0) times.set(id, new Date(context.clock().getTime() - one.day * 24 * 3600 * 1000))
    const visitors = { asker, admin: founded.administrator, operator: founded.operator }
    for (const said of one.then) await say(visitors[said.by], id, said)
    if (one.end === 'passed') await pass(founded.administrator, id)
    if (one.end === 'solved') await asker.call(ticketEndpoints.solve, { params: { ticketId: id } })
    if (one.stars) await asker.call(ticketEndpoints.rate, { params: { ticketId: id }, body: { stars: one.stars } })
  }
  await backdateTickets(context.db, times)
}

async function ask(asker: Visitor, organizationId: OrganizationId, { desk, subject, text }: Asked): Promise<TicketId> {
  const body = { desk, organizationId, subject, text }
  const ticket: Ticket = await asker.call(ticketEndpoints.ask, { params: { ticketId: newId<TicketId>() }, body })
  return ticket.id
}

async function say(visitor: Visitor, ticketId: TicketId, { text, isNote = false }: Said): Promise<void> {
  await visitor.call(ticketEndpoints.say, {
    params: { ticketId, entryId: newId<TicketEntryId>() },
    body: { kind: isNote ? 'note' : 'message', text },
  })
}

async function pass(admin: Visitor, ticketId: TicketId): Promise<void> {
  await admin.call(ticketEndpoints.pass, {
    params: { ticketId, entryId: newId<TicketEntryId>() },
    body: { to: 'platform', word: 'Похоже, дело не в телефоне: у меня тоже так. Посмотрите, пожалуйста.' },
  })
}
