import { kept, ofNobody, type Register, untouched } from './entry.ts'

const orders = kept('это документы организации: по ним появился доступ')

/** Organizations, their people and children. */
export const organizations: Register = {
  organization: {
    what: 'Карточка организации',
    why: 'так организацию находят и узнают',
    howLong: 'пока есть организация',
    personal: { head_name: 'Руководитель', phone: 'Телефон организации', email: 'Почта организации' },
    plain: [
      'code',
      'name',
      'short_name',
      'kind',
      'inn',
      'address',
      'site',
      'time_zone',
      'working_hours',
      'quiet_hours',
    ],
    onDeletion: untouched,
  },
  closing: {
    ...ofNobody('Закрытия организаций', ['name', 'act'], { closed_by: 'trace', reopened_by: 'trace' }),
    howLong: 'бессрочно: доказывает, что данные стёрты; имени человека в акте нет',
  },
  organization_logo: ofNobody('Логотипы', ['png']),
  application: {
    what: 'Заявки на регистрацию организаций',
    why: 'решить по заявке и впустить администратора',
    howLong: 'пока есть организация',
    personal: {
      head_name: 'Руководитель',
      administrator_name: 'Администратор',
      email: 'Почта',
      phone: 'Телефон',
      organization_name: 'Организация',
    },
    plain: ['state', 'kind', 'inn', 'address'],
    people: { claimed_by: 'mine' },
    onDeletion: orders,
  },
  application_link: ofNobody('Личные ссылки заявок', ['token_hash']),
  application_step: ofNobody('Шаги заявок', ['kind', 'reason'], { account_id: 'trace' }),
  uploaded_order: ofNobody('Загруженные приказы до подачи заявки', ['token_hash']),
  mailed_application: {
    what: 'Начатые письмом заявки, которые ещё не поданы',
    why: 'отправитель письма проверит и подаст заявку по личной ссылке',
    howLong: '30 дней или до подачи',
    personal: { form: 'Что прочитано в письме' },
    plain: ['token_hash', 'other_files'],
    onDeletion: kept('адрес ничего не доказывает: чьё это письмо, неизвестно; через 30 дней черновик стирается'),
  },
  admin_order: {
    what: 'Приказы об администраторах',
    why: 'назначение и освобождение (пункт 2.1)',
    howLong: 'пока есть организация',
    personal: { number: 'Номер приказа', kind: 'Назначен или освобождён' },
    people: { membership_id: 'mine', entered_by: 'trace' },
    onDeletion: orders,
  },
  local_act: ofNobody('Локальные акты и приказы', ['kind']),
  local_act_edition: {
    what: 'Редакции локальных актов и приказов',
    why: 'документы организации, по которым она работает',
    howLong: 'пока есть организация',
    personal: { title: 'Название', sections: 'Текст' },
    plain: ['audience', 'adopted', 'heard', 'approved', 'repealed', 'repeal_word'],
    people: { edited_by: 'trace' },
    onDeletion: kept('это документы организации'),
  },
  local_act_event: {
    ...ofNobody('История локальных актов', ['kind', 'number', 'word'], { account_id: 'trace' }),
    onDeletion: kept('это история документа; имени в записи нет'),
  },
  local_act_notice: ofNobody('Какое объявление просит ознакомиться с актом'),
  membership: {
    what: 'Участие в организациях',
    why: 'от него зависит, что человек видит и может',
    howLong: 'пока есть организация',
    personal: {
      role: 'Роль',
      position: 'Должность',
      name: 'Как видят другие',
      full_name: 'Полное имя',
    },
    plain: ['searched_name'],
    people: { account_id: 'mine', confirmed_by: 'trace' },
    onDeletion: {
      become: 'emptied',
      columns: { position: '' },
      because: 'на пустую строку ссылаются сообщения; имя в ней меняется вместе с учётной записью',
    },
  },
  confirmation: {
    what: 'Запросы на статус «педагог»',
    why: 'проверить, что человек работает в организации',
    howLong: 'пока есть организация',
    personal: { position: 'Должность', how_to_check: 'Как проверить', word: 'Комментарий', reason: 'Причина отказа' },
    plain: ['state'],
    people: { membership_id: 'mine', decided_by: 'trace' },
    onDeletion: {
      become: 'emptied',
      columns: { position: '', how_to_check: '', word: '', reason: '' },
      because: 'остаётся, что решение было',
    },
  },
  join_request: {
    what: 'Заявки на вступление',
    why: 'решить, впустить ли человека',
    howLong: 'пока есть организация',
    personal: {
      role: 'Роль',
      child_name: 'Имя ребёнка',
      label: 'Кем приходится',
      position: 'Должность',
      word: 'Комментарий',
      reason: 'Причина отказа',
    },
    plain: ['state'],
    people: { account_id: 'mine', decided_by: 'trace' },
    onDeletion: {
      become: 'emptied',
      columns: { label: '', position: '', word: '', reason: '' },
      because: 'остаётся, что решение было',
    },
  },
  child: {
    what: 'Дети',
    why: 'через ребёнка родитель попадает в группу',
    howLong: 'пока ребёнок в организации и до удаления организацией',
    personal: { name: 'Имя' },
    plain: ['searched_name'],
    mine: `id in (select gs.child_id from guardianship gs join membership m on m.id = gs.membership_id
      where m.account_id = $1 and gs.until_at is null and m.ended_at is null)`,
    onDeletion: kept('ребёнок остаётся в организации; его данными распоряжаются другие представители и организация'),
  },
  group_child: {
    ...ofNobody('В каких группах ребёнок'),
    mine: `child_id in (select gs.child_id from guardianship gs join membership m on m.id = gs.membership_id
      where m.account_id = $1 and gs.until_at is null and m.ended_at is null)`,
    onDeletion: kept('ребёнок остаётся в организации'),
  },
  guardianship: {
    what: 'Законное представительство',
    why: 'кому видна группа ребёнка',
    howLong: 'пока есть организация',
    personal: { label: 'Кем приходится' },
    people: { membership_id: 'mine' },
    onDeletion: { become: 'emptied', columns: { label: '' }, because: 'остаётся, что представитель был' },
  },
  guardian_contact: {
    what: 'Кого ждут из родителей по списку организации',
    why: 'отправить приглашение',
    howLong: 'пока ребёнок в организации',
    personal: { name: 'Имя', phone: 'Телефон', email: 'Почта' },
    mine: `child_id in (select gs.child_id from guardianship gs join membership m on m.id = gs.membership_id
      where m.account_id = $1 and gs.until_at is null and m.ended_at is null)
      and (phone = (select phone from account where id = $1) or email = (select email from account where id = $1))`,
    onDeletion: { become: 'erased' },
  },
  group: ofNobody('Группы', ['kind', 'name', 'age', 'programme']),
  group_teacher: {
    ...ofNobody('Кто ведёт группу', ['duty'], { membership_id: 'mine' }),
    onDeletion: kept('остаётся, что группу кто-то вёл; имени в записи нет'),
  },
  group_committee: {
    ...ofNobody('Родительский актив', [], { membership_id: 'mine' }),
    onDeletion: kept('остаётся, что актив был; имени в записи нет'),
  },
  substitution: {
    ...ofNobody('Замещения', ['followed'], { membership_id: 'mine', named_by: 'trace' }),
    onDeletion: kept('остаётся, что замещение было; имени в записи нет'),
  },
  roll_over: ofNobody(
    'Переходы на новый учебный год',
    ['state', 'way', 'group_decisions', 'child_decisions', 'outcome', 'traces'],
    { created_by: 'trace', applied_by: 'trace' },
  ),
  roll_over_member: {
    ...ofNobody('Кто был в чатах до перехода', [], { account_id: 'trace' }),
    mine: 'account_id = $1',
    onDeletion: { become: 'erased' },
  },
}
