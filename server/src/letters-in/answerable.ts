import type { ParsedMail } from 'mailparser'

type Sender = { readonly address: string; readonly sentBy: string }

/**
 * Whether a machine may write back. Whoever forges a sender would have us write to people who never wrote: so only where
 * the sending server names the same house as the letter, and no server on the way has found it false. Everything else is
 * taken all the same, and answered by a person.
 */
export function isAnswerable(mail: ParsedMail, { address, sentBy }: Sender): boolean {
  const hasOneSender = mail.from?.value.length === 1 || mail.from === undefined
  return (
    hasOneSender && /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(address) && areOfOneHouse(address, sentBy) && !isFoundFalse(mail)
  )
}

function areOfOneHouse(one: string, other: string): boolean {
  const [a, b] = [hostOf(one), hostOf(other)]
  return a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`)
}

const hostOf = (address: string) => address.slice(address.lastIndexOf('@') + 1).toLowerCase()

/** By the server nearest to us: the topmost of these lines. */
function isFoundFalse(mail: ParsedMail): boolean {
  const results = mail.headerLines.find(({ key }) => key === 'authentication-results')?.line.slice(0, 4_000) ?? ''
  const says = (what: string) => new RegExp(`\\b${what}\\b`, 'i').test(results)
  if (says('dmarc=fail')) return true
  return (says('spf=fail') || says('spf=softfail')) && !says('dkim=pass')
}
