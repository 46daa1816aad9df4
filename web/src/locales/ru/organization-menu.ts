export const organizationMenu = {
  'title': 'Мои организации',
  'unread':
    '{count, plural, one {# непрочитанное} few {# непрочитанных} many {# непрочитанных} other {# непрочитанных}}',
  'waiting': '{count, plural, one {# заявка ждёт} few {# заявки ждут} many {# заявок ждут} other {# заявки ждут}}',
  'quiet': 'Всё прочитано',
  'former': 'Прежние переписки',
  'former.hint': 'С теми, с кем вы больше не вместе',
  'join': 'Вступить в организацию',
  'apply': 'Новая организация',
} as const
