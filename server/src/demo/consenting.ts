import { consentEndpoints, type ConsentDecisionId, type ConsentPurposeId } from '@kolosok/contract'
import { newId } from '#platform/new-id.ts'
import type { GroupName } from './families.ts'
import type { Founded } from './founding.ts'
import type { Speaker, Speakers } from './staffing.ts'

const GROUP: GroupName = 'Старшая'
const DECIDED = 7

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
  const mothers = [...speakers].filter(([label, { groups }]) => label.startsWith('мама') && groups.join() === GROUP)
  for (const [place, [, mother]] of mothers.slice(0, DECIDED).entries()) await decide(mother, place > 0)
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
