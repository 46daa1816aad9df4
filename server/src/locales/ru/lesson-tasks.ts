export const lessonTasks = {
  'letter.given.subject': 'Задание на дом: {title}',
  'letter.given.text':
    '{organization}: по занятию «{title}» задано на дом. Что сделать и к какому дню, написано на странице занятия. Там же можно прислать работу.',
  'letter.handed.subject': 'Прислали работы: {title}',
  'letter.handed.text':
    '{organization}: по занятию «{title}» семьи прислали работы. Откройте занятие, чтобы посмотреть их и ответить.',
  'letter.accepted.subject': 'Работа принята: {title}',
  'letter.accepted.text': '{organization}: педагог посмотрел работу по занятию «{title}» и принял её.',
  'letter.returned.subject': 'Работу просят доделать: {title}',
  'letter.returned.text':
    '{organization}: педагог посмотрел работу по занятию «{title}» и просит доделать. Что именно, написано на странице занятия.',
  'letter.open': 'Открыть занятие',
} as const
