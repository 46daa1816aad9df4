import { parsePhoneNumberFromString } from 'libphonenumber-js'

/**
 * A phone number as people write it, in E.164; null for what is none. Numbers without a country are
 * Russian: «8 912 345-67-89», «912 345 67 89», a spreadsheet's 79123456789.
 */
export function parsePhone(spelled: string | number): string | null {
  // «+8 912 …» is what people get who put a plus before what they always write.
  const text = String(spelled)
    .trim()
    .replace(/^\+\s*8(?=[\s(-]*9)/, '8')
  const number = parsePhoneNumberFromString(text, 'RU')
  if (!number?.isValid() || number.ext) return null
  // No Russian code begins with 89: «8 912 345-67-8» is a mobile number a digit short.
  return number.number.startsWith('+789') ? null : number.number
}

/** «+7 912 345-67-89» */
export function formatPhone(phone: string): string {
  const russian = /^\+7(\d{3})(\d{3})(\d{2})(\d{2})$/.exec(phone)
  if (russian) return `+7 ${russian.slice(1, 3).join(' ')}-${russian.slice(3).join('-')}`
  return parsePhoneNumberFromString(phone)?.formatInternational() ?? phone
}
