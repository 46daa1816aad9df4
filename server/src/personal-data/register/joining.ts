import { kept, ofNobody, type Register, untouched } from './entry.ts'

/** Lists, invitations and what was sent. */
export const joining: Register = {
  import: {
    what: 'Списки, которые принесла организация',
    why: 'перенести детей, сотрудников и группы из таблицы',
    howLong: 'строки неделю (черновики месяц), затем только название файла',
    personal: { cells: 'Строки списка', name: 'Название файла' },
    plain: [
      'state',
      'titles',
      'meanings',
      'skipped',
      'doubtful',
      'namesakes',
      'made_groups',
      'made_children',
      'kind',
      'made_invitations',
    ],
    people: { created_by: 'trace' },
    onDeletion: untouched,
  },
  invitation: {
    ...ofNobody('Ссылки-приглашения', ['kind', 'role', 'position', 'token_hash'], {
      created_by: 'trace',
      revoked_by: 'trace',
    }),
    howLong: 'месяц после окончания',
  },
  invitation_group: ofNobody('Группы приглашений', ['duty']),
  invitation_use: {
    ...ofNobody('Кто вступил по какой ссылке', [], { account_id: 'mine', membership_id: 'trace' }),
    onDeletion: kept('это журнал: его нельзя менять; имён в нём нет'),
  },
  invitee: {
    what: 'Кого ждут по списку сотрудников',
    why: 'отправить приглашение',
    howLong: 'месяц после окончания приглашения',
    personal: { name: 'Имя', phone: 'Телефон', email: 'Почта' },
    mine: 'invitation_id in (select invitation_id from invitation_use where account_id = $1)',
    onDeletion: { become: 'erased' },
  },
  invitation_delivery: {
    what: 'Отправленные приглашения',
    why: 'показать, что дошло',
    howLong: 'адрес 90 дней, затем без адреса',
    personal: { address: 'Адрес или телефон' },
    plain: ['way', 'state', 'reason'],
    onDeletion: untouched,
  },
  mailing: ofNobody('Рассылки приглашений', ['purpose'], { created_by: 'trace' }),
}
