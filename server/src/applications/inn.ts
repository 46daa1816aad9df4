/** The tax number with its check digits (ten for organizations, twelve for entrepreneurs); null when it is right. */
export function findInnFault(inn: string): 'inn-length' | 'inn-checksum' | null {
  if (!/^(\d{10}|\d{12})$/.test(inn)) return 'inn-length'
  const digits = Array.from(inn, Number)
  const places = inn.length === 10 ? [9] : [10, 11]
  return places.every((place) => checkDigit(digits.slice(0, place)) === digits[place]) ? null : 'inn-checksum'
}

const weights = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]

function checkDigit(digits: readonly number[]): number {
  const used = weights.slice(weights.length - digits.length)
  const sum = digits.reduce((total, digit, place) => total + digit * (used[place] ?? 0), 0)
  return (sum % 11) % 10
}
