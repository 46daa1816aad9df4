/** «Чат группы «Лучики»» as it is written in Russian: quotation marks within others are of the second kind. */
export function nestQuotes(text: string): string {
  let depth = 0
  return text.replace(/[«»]/g, (mark) => {
    if (mark === '«') return depth++ === 0 ? mark : '„'
    depth = Math.max(0, depth - 1)
    return depth === 0 ? mark : '“'
  })
}
