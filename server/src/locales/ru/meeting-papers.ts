/** What the protocol of a meeting says. */
export const meetingPapers = {
  'file': 'Протокол {day} {title}',
  'draft': 'Черновик',
  'protocol': 'ПРОТОКОЛ',
  'protocol.number': 'ПРОТОКОЛ № {number}',
  'online': 'онлайн, в «Колоске»',
  'present': 'Присутствовали: {count}',
  'present.room': 'В зале ({count}): {names}.',
  'present.call': 'На связи ({count}): {names}.',
  'present.guest': 'Гости ({count}): {names}.',
  'agenda': 'Повестка дня',
  'heard': 'СЛУШАЛИ:',
  'decided': 'РЕШИЛИ:',
  'votes': 'Голосовали: за {for}, против {against}, воздержались {abstained}.',
  'chair': 'Председатель',
  'secretary': 'Секретарь',
} as const
