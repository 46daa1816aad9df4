import {
  type LocalActEditionId,
  localActEndpoints,
  type LocalActId,
  type LocalActStep,
  type LocalActTemplate,
  type NoticeId,
  noticeEndpoints,
  type WholeLocalAct,
} from '@kolosok/contract'
import type { Context } from '#platform/context.ts'
import { newId } from '#platform/new-id.ts'
import type { Founded } from './founding.ts'
import type { Visitor } from './guide.ts'
import type { Speakers } from './staffing.ts'

const DAY_MS = 24 * 3600 * 1000

/** The regulation and an order in force, an old one repealed, «ознакомлен(а)» half gathered, and the next edition of the regulation begun. */
export async function regulate(context: Context, { organizationId, administrator }: Founded, speakers: Speakers) {
  const head = speakers.get('Громова')?.visitor
  if (!head) throw new Error('Nobody to approve the regulation')
  const day = (ago: number) => new Date(context.clock().getTime() - ago * DAY_MS).toISOString().slice(0, 10)

  const begin = (template: LocalActTemplate) =>
    administrator.call(localActEndpoints.begin, {
      params: { organizationId, localActId: newId<LocalActId>() },
      body: { editionId: newId<LocalActEditionId>(), template },
    })
  const take = async (who: Visitor, { id }: WholeLocalAct, step: LocalActStep, number: string, ago: number) => {
    const { rev } = await who.call(localActEndpoints.get, { params: { editionId: id } })
    const body = { number, date: day(ago), rev }
    return who.call(localActEndpoints.enterStep, { params: { editionId: id, step }, body })
  }

  const order = await begin('use-order')
  await take(head, order, 'approved', '64-о', 13)
  await take(head, order, 'in-force', '', 13)

  await repealOld(head, await begin('empty-order'), take, day)

  const regulation = await begin('use-regulation')
  await take(administrator, regulation, 'adopted', '3', 16)
  await take(administrator, regulation, 'heard', '2', 15)
  await take(head, regulation, 'approved', '63-о', 14)
  await take(head, regulation, 'in-force', '', 13)
  await askToAcknowledge(context, administrator, regulation, speakers)
  await beginNext(administrator, regulation)
}

type Take = (
  who: Visitor,
  act: WholeLocalAct,
  step: LocalActStep,
  number: string,
  ago: number,
) => Promise<WholeLocalAct>

/** What Kolosok made needless. */
async function repealOld(head: Visitor, { id, rev }: WholeLocalAct, take: Take, day: (ago: number) => string) {
  const params = { editionId: id }
  const text = 'Воспитателям групп ежедневно до 9:00 отмечать отсутствующих детей в бумажном журнале.'
  const body = { audience: 'staff', hearsParents: false, sections: [{ heading: '', text }], rev } as const
  const title = 'О бумажном журнале посещаемости'
  const written = await head.call(localActEndpoints.write, { params, body: { ...body, title } })
  await take(head, written, 'approved', '12', 400)
  const inForce = await take(head, written, 'in-force', '', 400)
  const word = 'Отсутствующих отмечают в чате группы.'
  const order = { number: '65-о', date: day(12), from: day(10), word, rev: inForce.rev }
  await head.call(localActEndpoints.repeal, { params, body: order })
}

async function askToAcknowledge(context: Context, by: Visitor, { id }: WholeLocalAct, speakers: Speakers) {
  const noticeId = newId<NoticeId>()
  const deadlineAt = new Date(context.clock().getTime() + 10 * DAY_MS).toISOString()
  const params = { editionId: id, noticeId }
  await by.call(localActEndpoints.acknowledge, { params, body: { audience: 'staff', deadlineAt } })
  for (const name of ['Громова', 'Лебедева', 'Назаров']) {
    const colleague = speakers.get(name)
    if (!colleague) continue
    await colleague.visitor.call(noticeEndpoints.answer, {
      params: { noticeId, unitId: colleague.accountId },
      body: { version: 1, choice: 0 },
    })
  }
}

async function beginNext(by: Visitor, { localActId }: WholeLocalAct): Promise<void> {
  const params = { localActId, editionId: newId<LocalActEditionId>() }
  const { id, title, audience, hearsParents, sections, rev } = await by.call(localActEndpoints.beginNext, { params })
  const reworded = sections.map(({ heading, text }) => ({
    heading,
    text: text
      .replace(
        'Отвечать на сообщения в нерабочее время участники не обязаны.',
        'С 20:00 до 7:00 действуют тихие часы: отвечать на сообщения участники не обязаны.',
      )
      .replace('– организует трансляции;', '– организует трансляции и хранит их записи не дольше трёх месяцев;'),
  }))
  const body = { title, audience, hearsParents, sections: reworded, rev }
  await by.call(localActEndpoints.write, { params: { editionId: id }, body })
}
