import { parsePhone } from '#platform/phone.ts'

/** Numbers that one cell may hold; nobody has more. */
const MOST = 4

/** The first number in a cell that may hold several; null where there is none to call. */
export function phoneIn(cell: string): string | null {
  for (const spelled of cell.split(/[,;/]|\sи\s/, MOST)) {
    const digits = spelled.replace(/[\s()+.-]/g, '')
    // Nearly all are Russian mobiles; asking the library for each of thousands takes a second.
    const mobile = /^[78]?(9\d{9})$/.exec(digits)?.[1]
    if (digits.length < 10) continue
    const phone = mobile === undefined ? parsePhone(spelled) : `+7${mobile}`
    if (phone !== null) return phone
  }
  return null
}
