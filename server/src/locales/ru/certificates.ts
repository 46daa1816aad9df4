/** What a certificate says on paper. */
export const certificates = {
  'title': 'СВИДЕТЕЛЬСТВО',
  'subtitle': 'об участии',
  'confirms': 'Настоящим подтверждается, что',
  'took-part.online': 'принял(а) участие в вебинаре',
  'took-part.in-person': 'принял(а) участие в семинаре',
  'topic': '«{title}»',
  'when':
    '{day}, продолжительность {hours, plural, =0 {} one {# час} few {# часа} many {# часов} other {# часа}}{both, select, true { } other {}}{minutes, plural, =0 {} one {# минута} few {# минуты} many {# минут} other {# минуты}}',
  'issued': 'Выдано {day} платформой «Колосок», {host}',
  'number': '№ {number}',
  'check': 'Проверить подлинность: {url}',
  'file': 'Свидетельство {number}',
} as const
