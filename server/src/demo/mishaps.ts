import { incidentEndpoints, type IncidentId } from '@kolosok/contract'
import type { Context } from '#platform/context.ts'
import { newId } from '#platform/new-id.ts'
import type { Founded } from './founding.ts'

const HOUR = 3_600_000

/** One incident of weeks ago, told in time and closed: nobody should open the demonstration to a running term. */
export async function tellOfMishap({ clock }: Context, { organizationId, administrator }: Founded): Promise<void> {
  const at = (hours: number) => new Date(clock().getTime() - 20 * 24 * HOUR + hours * HOUR).toISOString()
  await administrator.call(incidentEndpoints.save, {
    params: { incidentId: newId<IncidentId>() },
    body: {
      organizationId,
      noticedAt: at(0),
      happened: 'Лист с фамилиями и телефонами родителей средней группы забыли в кабинете врача поликлиники.',
      data: 'Фамилия, имя и телефон родителя, имя ребёнка.',
      people: 'Семьи средней группы, 13 детей.',
      cause: 'Лист распечатали для медосмотра и не забрали.',
      harm: 'Нежелательные звонки. Признаков, что данными воспользовались, нет.',
      measures:
        'Лист забрали в тот же день и уничтожили, семьи предупредили, списки на медосмотр теперь без телефонов.',
      contact: 'Соколова Анна Викторовна, администратор',
      culprits: 'Сотрудник, который сопровождал группу; с ним проведена беседа.',
      notifiedAt: at(19),
      reportedAt: at(66),
      result: 'Роскомнадзор уведомлён в срок, замечаний нет.',
      isClosed: true,
    },
  })
}
