import { erased, kept, ofNobody, type Register } from './entry.ts'

/** Webinars and seminars of the platform, and who comes to them. */
export const webinars: Register = {
  certificate: {
    what: 'Свидетельства об участии',
    why: 'выдать свидетельство и дать его проверить',
    howLong: 'пока есть учётная запись',
    personal: { name: 'Имя', organization: 'Организация', title: 'О чём' },
    // Whoever has it needs nothing else to look at it.
    plain: ['number', 'kind'],
    people: { account_id: 'mine' },
    onDeletion: erased,
  },
  webinar_registration: {
    what: 'Записи на вебинары и семинары',
    why: 'держать место и знать, кто придёт',
    howLong: 'год после вебинара; у кого есть свидетельство — пока есть учётная запись',
    personal: { name: 'Имя, как его назвал записавшийся' },
    plain: ['state'],
    people: { account_id: 'mine' },
    onDeletion: erased,
  },
  webinar_material: ofNobody('Материалы вебинаров и семинаров', ['title', 'link', 'file', 'shown']),
  webinar: {
    what: 'Вебинары и семинары',
    why: 'объявить, кто и когда ведёт',
    howLong: 'пока работает платформа',
    personal: { speaker: 'Кто ведёт' },
    plain: ['title', 'about', 'kind', 'place', 'time_zone', 'roles', 'state', 'word'],
    people: { announced_by: 'trace' },
    onDeletion: kept('это документ платформы'),
  },
}
