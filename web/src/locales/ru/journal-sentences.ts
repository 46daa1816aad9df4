import type { AuditAction } from '@kolosok/contract'
import { meetingSentences } from './journal-meetings.ts'
import { personalDataSentences } from './journal-personal-data.ts'
import { localActSentences } from './journal-local-acts.ts'
import { broadcastSentences } from './journal-broadcasts.ts'
import { webinarSentences } from './journal-webinars.ts'
import { materialSentences } from './journal-materials.ts'
import { noticeSentences } from './journal-notices.ts'
import { oversightSentences } from './journal-oversight.ts'
import { platformSentences } from './journal-platform.ts'

/** One sentence for everything that can be recorded; «none» where a name is not known any more. */
export const sentences = {
  'account.created': 'Новая учётная запись',
  'account.deleted': 'Учётная запись удалена',
  'account.merged': 'Две учётные записи одного человека объединены в одну',
  'account.signed-in': 'Вход',
  'application.approved': 'Заявка на регистрацию одобрена',
  'application.claimed': 'Администратор пришёл по номеру из заявки',
  'application.refused': 'Заявка на регистрацию отклонена',
  'application.returned': 'Заявка на регистрацию возвращена на исправление',
  'application.withdrawn': 'Заявка на регистрацию отозвана',
  'call.ended': 'Звонок завершён для всех: {subject, select, none {чат} other {«{subject}»}}',
  'call.guest-let-in': 'Впущен гость в звонок{subject, select, none {} other { «{subject}»}}',
  'call.guest-removed':
    'Из звонка удалён гость{subject, select, none {} other { (чат «{subject}»)}}, его гостевая ссылка закрыта',
  'call.guest-turned-away': 'Гостя не впустили в звонок{subject, select, none {} other { «{subject}»}}',
  'call.participant-removed':
    'Из звонка удалён участник{person, select, none {} other {: {person}}}{subject, select, none {} other { (чат «{subject}»)}}',
  'call.participant-turned-away':
    'Участника не впустили в звонок{person, select, none {} other {: {person}}}{subject, select, none {} other { (чат «{subject}»)}}',
  'call.started': 'Начат звонок: {subject, select, none {личная переписка} other {«{subject}»}}',
  'channel.closed': 'Канал закрыт{subject, select, none {} other {: «{subject}»}}',
  'channel.created': 'Создан канал{subject, select, none {} other {: «{subject}»}}',
  'channel.edited': 'Изменены название или читатели канала{subject, select, none {} other {: «{subject}»}}',
  'channel.reopened': 'Канал снова открыт{subject, select, none {} other {: «{subject}»}}',
  'chat.closed': 'Чат закрыт{subject, select, none {} other {: «{subject}»}}',
  'chat.created': 'Создан чат{subject, select, none {} other {: «{subject}»}}',
  'chat.edited': 'Изменены название, состав или правила чата{subject, select, none {} other {: «{subject}»}}',
  'chat.entered': 'Вход в чат как администрация: {subject, select, none {чат} other {«{subject}»}}',
  'chat.handed-over':
    'Чат передан другому владельцу{subject, select, none {} other {: «{subject}»}}{person, select, none {} other {, {person}}}',
  'chat.members-added': 'В чат добавлены люди{subject, select, none {} other {: «{subject}»}}',
  'chat.moderator-appointed':
    'Назначен модератор чата{subject, select, none {} other { «{subject}»}}{person, select, none {} other {: {person}}}',
  'chat.moderator-dismissed':
    'Больше не модератор чата{subject, select, none {} other { «{subject}»}}{person, select, none {} other {: {person}}}',
  'chat.member-removed':
    'Участник больше не в чате{subject, select, none {} other { «{subject}»}}{person, select, none {} other {: {person}}}',
  'chat.reopened': 'Чат снова открыт{subject, select, none {} other {: «{subject}»}}',
  'child.added': 'Добавлен ребёнок: {whom}{group, select, none {} other {, группа «{group}»}}',
  'child.enrolled': 'Ребёнок записан ещё в одну группу: {whom}{group, select, none {} other {, «{group}»}}',
  'child.moved': 'Ребёнок переведён: {whom}, из «{from}» в «{where}»',
  'child.removed': 'Ребёнок выбыл из группы: {whom}{group, select, none {} other {, «{group}»}}',
  'child.renamed': 'Изменено имя ребёнка: {whom}',
  'child.returned': 'Ребёнок снова здесь: {whom}{group, select, none {} other {, группа «{group}»}}',
  'children.exported':
    'Выгружен или напечатан список детей: {count, plural, one {# строка} few {# строки} many {# строк} other {# строки}}',
  'committee.marked': 'В родительском активе{group, select, none {} other { группы «{group}»}}: {whom}',
  'committee.unmarked': 'Больше не в родительском активе{group, select, none {} other { группы «{group}»}}: {whom}',
  'comment.removed': 'Удалён чужой комментарий{subject, select, none {} other { в канале «{subject}»}}',
  'confirmation.exported':
    'Выгружены или напечатаны подтверждения: {count, plural, one {# строка} few {# строки} many {# строк} other {# строки}}',
  'confirmation.refused': 'Статус «педагог» не подтверждён: {whom}',
  'confirmation.requested': 'Запрошено подтверждение статуса «педагог»: {whom}',
  'confirmation.withdrawn': 'Отозвано подтверждение статуса «педагог»: {whom}',
  ...personalDataSentences,
  'group.archived': 'Группа убрана в архив: {whom}',
  'group.created': 'Добавлена группа: {whom}',
  'group.edited': 'Изменена группа: {whom}{fields, select, none {} other { ({fields})}}',
  'group.restored': 'Группа возвращена из архива: {whom}',
  'group.substitute-changed': 'Изменён срок замещения в группе «{whom}»: {member}',
  'group.substitute-ended': 'Замещение в группе «{whom}» завершено: {member}',
  'group.substitute-named': 'Назначено замещение в группе «{whom}»: {member}',
  'group.substitution-began': 'Началось замещение в группе «{whom}»: {member}',
  'group.substitution-over': 'Закончилось замещение в группе «{whom}»: {member}',
  'group.teacher-attached': 'Назначен педагог: {member}, группа «{whom}»',
  'group.teacher-detached': 'Педагог больше не в группе «{whom}»: {member}',
  'groups.reordered': 'Изменён порядок групп',
  'guardian.added': 'Родитель присоединился к ребёнку: {member} — {whom}',
  'guardian.limited': 'Родитель ограничен одним ребёнком: {member} — {whom}',
  'guardian.removed': 'Родитель больше не в семье ребёнка: {member} — {whom}',
  'guardian.unlimited': 'Ограничение одним ребёнком снято: {member} — {whom}',
  'import.applied': 'Загружен список{subject, select, none {} other { «{subject}»}}',
  'import.undone': 'Загрузка списка отменена{subject, select, none {} other {: «{subject}»}}',
  'invitation.accepted': 'Принято приглашение{subject, select, none {} other {: {subject}}}',
  'invitation.created':
    '{kind, select, child {{count, plural, one {Создана # ссылка для родителей} few {Создано # ссылки для родителей} many {Создано # ссылок для родителей} other {Создано # ссылки для родителей}}{subject, select, none {} other {: «{subject}»}}} other {Создано приглашение для педагога{subject, select, none {} other {: {subject}}}}}',
  'invitation.exported':
    'Выгружены или напечатаны приглашения: {count, plural, one {# строка} few {# строки} many {# строк} other {# строки}}',
  'invitation.handed-over':
    '{count, plural, one {Передана # ссылка-приглашение} few {Переданы # ссылки-приглашения} many {Передано # ссылок-приглашений} other {Передано # ссылки-приглашения}}{person, select, none {} other {: {person}}}',
  'invitation.revoked':
    '{count, plural, =0 {Отозвано приглашение} one {Отозвано # приглашение} few {Отозвано # приглашения} many {Отозвано # приглашений} other {Отозвано # приглашения}}{subject, select, none {} other {: {subject}}}',
  'invitation.sending-stopped': 'Остановлена отправка приглашений',
  'invitation.sent': 'Приглашения отправлены письмами и СМС',
  'invitation.sent-again': 'Приглашения отправлены ещё раз тем, кому не дошли',
  'invitation.tidied':
    '{count, plural, one {Убрана # ссылка, которая давно закончилась} few {Убраны # ссылки, которые давно закончились} many {Убрано # ссылок, которые давно закончились} other {Убрано # ссылки, которые давно закончились}}',
  'invitation.unclaimed-revoked':
    '{count, plural, one {Отозвана # невостребованная ссылка} few {Отозвано # невостребованные ссылки} many {Отозвано # невостребованных ссылок} other {Отозвано # невостребованной ссылки}}',
  'join-request.accepted': 'Принята заявка на вступление{subject, select, none {} other {: {subject}}}',
  'join-request.exported':
    'Выгружены или напечатаны заявки на вступление: {count, plural, one {# строка} few {# строки} many {# строк} other {# строки}}',
  'join-request.made': 'Новая заявка на вступление{subject, select, none {} other {: {subject}}}',
  'join-request.refused': 'Отклонена заявка на вступление{subject, select, none {} other {: {subject}}}',
  'join-request.withdrawn': 'Заявка на вступление отозвана{subject, select, none {} other {: {subject}}}',
  'membership.admin-appointed': 'По приказу назначен администратор: {whom}',
  'membership.admin-dismissed': 'По приказу снят администратор: {whom}',
  'membership.confirmation-withdrawn': 'Снят статус «педагог»: {whom}',
  'membership.confirmed': 'Подтверждён статус «педагог»: {whom}',
  'membership.created':
    'Новый участник: {whom}{role, select, parent {, родитель} teacher {, педагог} management {, администрация} other {}}',
  'membership.edited':
    'Изменены роль или должность: {whom}{role, select, teacher {, педагог} management {, администрация} other {}}{isHead, select, true {, руководитель} other {}}',
  'membership.ended': 'Больше не участник: {whom}',
  'membership.groups-set': 'Группы педагога: {whom} — {group, select, none {ни одной} other {{group}}}',
  'membership.taken-back': 'Сотрудник снова здесь: {whom}',
  'backup.asked': 'Резервная копия сделана вне расписания',
  ...meetingSentences,
  ...localActSentences,
  ...platformSentences,
  ...broadcastSentences,
  ...webinarSentences,
  ...materialSentences,
  ...noticeSentences,
  ...oversightSentences,
  'organization.card-edited': 'Изменена карточка организации{fields, select, none {} other {: {fields}}}',
  'organization.closed': 'Организация закрыта',
  'organization.created': 'Создана организация',
  'organization.erased': 'Данные закрытой организации стёрты',
  'organization.export-asked': 'Запрошен полный архив организации',
  'organization.reopened': 'Организация снова открыта',
  'people.exported':
    'Выгружен или напечатан список людей: {count, plural, one {# строка} few {# строки} many {# строк} other {# строки}}',
  'personal-code.created':
    '{kind, select, coming_back {Выдан личный код для возвращения{subject, select, none {} other {: {subject}}}} other {Выдан личный код{subject, select, none {} other {: {subject}}}}}',
  'personal-code.revoked': 'Личный код отозван',
  'phone-change.agreed': 'Согласие сменить номер телефона: {whom}',
  'phone-change.done': 'Сменён номер телефона: {whom}',
  'phone-change.failed': 'Номер телефона не сменён, он занят другим человеком: {whom}',
  'phone-change.refused': 'Отказано в смене номера телефона: {whom}',
  'phone-change.requested': 'Просьба сменить номер телефона: {whom}',
  'phone-change.stopped': 'Смена номера телефона остановлена владельцем: {whom}',
  'phone.changed': 'Номер телефона сменён по кодам на оба номера',
  'phone.proven': 'Подтверждён номер телефона',
  'post.deleted': 'Удалена запись{subject, select, none {} other { канала «{subject}»}}',
  'post.edited': 'Изменена опубликованная запись{subject, select, none {} other { канала «{subject}»}}',
  'post.pinned': 'Закреплена запись{subject, select, none {} other { в канале «{subject}»}}',
  'post.poll-closed': 'Завершён опрос в записи{subject, select, none {} other { канала «{subject}»}}',
  'post.proposed': 'Предложен материал{subject, select, none {} other { для канала «{subject}»}}',
  'post.published': 'Опубликована запись{subject, select, none {} other { в канале «{subject}»}}',
  'post.returned': 'Материал возвращён автору{subject, select, none {} other {, канал «{subject}»}}',
  'post.scheduled': 'Назначена публикация записи{subject, select, none {} other { в канале «{subject}»}}',
  'post.unpinned': 'Откреплена запись{subject, select, none {} other { в канале «{subject}»}}',
  'roll-over.applied':
    'Переход на новый учебный год: {count, plural, =0 {группы стали старше} one {переведён # ребёнок} few {переведены # ребёнка} many {переведено # детей} other {переведено # ребёнка}}',
  'roll-over.undone': 'Переход на новый учебный год отменён',
  'session.ended': 'Завершён сеанс на устройстве',
  'sessions.ended': 'Завершены сеансы на других устройствах',
  'ticket.asked': 'Новое обращение к администратору{subject, select, none {} other { № {subject}}}',
  'ticket.assigned': 'Сменился ответственный за обращение{subject, select, none {} other { № {subject}}}',
  'ticket.passed':
    'Обращение{subject, select, none {} other { № {subject}}} передано {kind, select, organization {от поддержки платформы администратору} platform {от администратора поддержке платформы} other {между администратором и поддержкой платформы}}',
  'ticket.reopened': 'Обращение{subject, select, none {} other { № {subject}}} открыто снова',
  'ticket.solved': 'Обращение{subject, select, none {} other { № {subject}}} решено',
} as const satisfies Record<AuditAction, string>
