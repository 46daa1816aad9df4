/**
 * What was typed, for `to_tsquery('simple', …)`: every word as the beginning of one, whatever else was typed between
 * them; null where there is none. The words of a Russian text are stored by their stems, which begin so as well.
 */
export function beginnings(typed: string): string | null {
  const words = typed.toLocaleLowerCase('ru').match(/[\p{L}\p{N}]+/gu)
  return words ? words.map((word) => `${word}:*`).join(' & ') : null
}
