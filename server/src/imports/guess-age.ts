const AGES = [
  [/ясел/i, 'ясельная'],
  [/младш/i, 'младшая'],
  [/средн/i, 'средняя'],
  [/подготов/i, 'подготовительная'],
  [/старш/i, 'старшая'],
] as const

/** «Старшая группа „Звёздочки“» says it itself; others stay without. */
export function guessAge(groupName: string): string {
  const klass = /^(\d{1,2})\s*(-?\s*[а-яё]\b|класс)/i.exec(groupName.trim())
  if (klass) return `${klass[1] ?? ''} класс`
  return AGES.find(([pattern]) => pattern.test(groupName))?.[1] ?? ''
}
