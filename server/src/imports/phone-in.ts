import { parsePhone } from '#platform/phone.ts'

/** The first number in a cell that may hold several; null where there is none to call. */
export function phoneIn(cell: string): string | null {
  for (const spelled of cell.split(/[,;/]|\sи\s/)) {
    const digits = spelled.replace(/[\s()+.-]/g, '')
    // Nearly all are Russian mobiles; asking the library for each of thousands takes a second.
    const mobile = /^[78]?(9\d{9})$/.exec(digits)?.[1]
    const phone = mobile === undefined ? parsePhone(spelled) : `+7${mobile}`
    if (phone !== null) return phone
  }
  return null
}
