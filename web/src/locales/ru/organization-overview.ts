export const organizationOverview = {
  'overview.title': 'Обзор',
  'overview.lead': '{name}',
  'overview.groups': 'По группам',
  'overview.search': 'Найти группу или воспитателя',
  'overview.nothing': 'Ничего не нашлось',
  'overview.group': 'Группа',
  'overview.lead-teacher': 'Воспитатель',
  'overview.no-lead': 'ещё нет',
  'overview.assign': 'Назначить',
  'overview.children': 'Дети',
  'overview.families': 'Семьи в чате',
  'overview.share': '{share} % · {familyCount} из {childCount}',
  'overview.guardians': 'Родители',
  'overview.links': 'Ссылки',
  'overview.waiting': '{count, plural, one {# ждёт} few {# ждут} many {# ждут} other {# ждут}}',
  'overview.all-here': 'все приняты',
  'overview.not-invited': 'ещё не приглашали',
  'overview.none-waiting': 'нет живых ссылок',
  'steps.title': 'С чего начать',
  'steps.left':
    '{count, plural, one {Остался # шаг} few {Осталось # шага} many {Осталось # шагов} other {Осталось # шага}}, и родители смогут писать воспитателю.',
  'steps.done': 'готово',
  'steps.card': 'Заполните карточку',
  'steps.card.text': 'Адрес, телефон и почта: по ним вас узнают родители и педагоги.',
  'steps.card.do': 'Открыть карточку',
  'steps.groups': 'Добавьте группы',
  'steps.groups.text': 'По одной или сразу списком, как в вашей номенклатуре.',
  'steps.groups.do': 'Добавить группы',
  'steps.children': 'Впишите детей',
  'steps.children.text': 'Таблицей, какая у вас есть: группы из неё создадутся сами. Или по именам на странице группы.',
  'steps.children.do': 'Загрузить список',
  'steps.invite': 'Пригласите педагогов и родителей',
  'steps.invite.text': 'Педагогам ссылка, родителям листок с QR-кодом для каждого ребёнка.',
  'steps.invite.do': 'Пригласить',
  'count.groups': '{count, plural, one {группа} few {группы} many {групп} other {группы}}',
  'count.children': '{count, plural, one {ребёнок} few {ребёнка} many {детей} other {ребёнка}}',
  'count.families':
    '{count, plural, one {семья уже в чате} few {семьи уже в чате} many {семей уже в чате} other {семьи уже в чате}}',
  'count.staff': '{count, plural, one {педагог} few {педагога} many {педагогов} other {педагога}}',
  'waiting.title': 'Ждёт вас',
  'waiting.nothing': 'Всё в порядке: ничего не ждёт.',
  'waiting.joinRequests':
    '{count, plural, one {заявка на вступление} few {заявки на вступление} many {заявок на вступление} other {заявки на вступление}}',
  'waiting.confirmations':
    '{count, plural, one {запрос на статус «педагог»} few {запроса на статус «педагог»} many {запросов на статус «педагог»} other {запроса на статус «педагог»}}',
  'waiting.tickets':
    '{count, plural, one {обращение без ответа} few {обращения без ответа} many {обращений без ответа} other {обращения без ответа}}',
  'waiting.messageReports': '{count, plural, one {жалоба} few {жалобы} many {жалоб} other {жалобы}}',
  'waiting.phoneChanges':
    '{count, plural, one {смена номера} few {смены номера} many {смен номера} other {смены номера}}',
  'waiting.statisticsReports':
    '{count, plural, one {отчёт о работе} few {отчёта о работе} many {отчётов о работе} other {отчёта о работе}}',
  'waiting.unconfirmedStaff':
    '{count, plural, one {педагог не подтверждён} few {педагога не подтверждены} many {педагогов не подтверждены} other {педагога не подтверждены}}',
  'waiting.groupsWithoutLead':
    '{count, plural, one {группа без воспитателя} few {группы без воспитателя} many {групп без воспитателя} other {группы без воспитателя}}',
  'waiting.childrenWithoutGuardian':
    '{count, plural, one {ребёнок ещё без родителей} few {ребёнка ещё без родителей} many {детей ещё без родителей} other {ребёнка ещё без родителей}}',
  'waiting.unclaimedLinks':
    '{count, plural, one {невостребованная ссылка} few {невостребованные ссылки} many {невостребованных ссылок} other {невостребованной ссылки}}',
} as const
