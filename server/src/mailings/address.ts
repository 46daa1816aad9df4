import type { SendingWay } from '@kolosok/contract'
import { z } from 'zod'
import { parsePhone } from '#platform/phone.ts'

/** What somebody typed as an address: an e-mail, or a phone that can get an SMS; null for neither. */
export function readAddress(typed: string): { way: SendingWay; address: string } | null {
  const text = typed.trim()
  if (text.includes('@')) {
    const address = text.toLowerCase()
    return z.email().safeParse(address).success ? { way: 'email', address } : null
  }
  const phone = parsePhone(text)
  return phone === null ? null : { way: 'sms', address: phone }
}
