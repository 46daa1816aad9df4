import { consentEndpoints, type ConsentDecisionId, type ConsentPurposeId } from '@kolosok/contract'
import { newId } from '#platform/new-id.ts'
import type { Founded } from './founding.ts'
import type { Speaker, Speakers } from './staffing.ts'

/** Photos of the children in the channels: some families have agreed, one has not, most have not said yet. */
export async function askForConsent({ organizationId, administrator }: Founded, speakers: Speakers): Promise<void> {
  await administrator.call(consentEndpoints.save, {
    params: { organizationId, consentPurposeId: newId<ConsentPurposeId>() },
    body: {
      template: 'child-photos',
      title: 'Фотографии ребёнка в каналах',
      text: 'Согласен(на), чтобы детский сад публиковал в своих каналах и чатах Колоска фотографии моего ребёнка с занятий, прогулок и праздников. Видят их только сотрудники и родители сада. Без этого согласия ребёнок ходит на все занятия и праздники как раньше, просто его снимков не публикуют.',
    },
  })
  const agreeing = ['Миронова', 'Ахметова', 'Волкова', 'Макарова', 'Рябова', 'Щукина'].flatMap(
    (name) => speakers.get(name) ?? [],
  )
  for (const parent of agreeing) await decide(parent, true)
  for (const parent of ['Гусева'].flatMap((name) => speakers.get(name) ?? [])) await decide(parent, false)
}

async function decide({ visitor }: Speaker, isGiven: boolean): Promise<void> {
  const { consents } = await visitor.call(consentEndpoints.own, {})
  for (const { purposeId: consentPurposeId, unitId, version } of consents) {
    await visitor.call(consentEndpoints.decide, {
      params: { consentPurposeId, unitId, decisionId: newId<ConsentDecisionId>() },
      body: { version, isGiven, after: null },
    })
  }
}
