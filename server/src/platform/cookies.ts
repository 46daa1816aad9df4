import { parseCookie, stringifySetCookie } from 'cookie'

const YEAR = 365 * 24 * 3600
const nameFor = (isSecure: boolean) => (isSecure ? '__Host-session' : 'session')

/** The session cookie: ours alone, and on HTTPS unreachable for anything else on this host. */
export function sessionCookie(token: string, isSecure: boolean): string {
  const options = { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure, maxAge: YEAR } as const
  return stringifySetCookie({ name: nameFor(isSecure), value: token, ...options })
}

export function endSessionCookie(isSecure: boolean): string {
  const options = { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure, maxAge: 0 } as const
  return stringifySetCookie({ name: nameFor(isSecure), value: '', ...options })
}

export function readSessionCookie(header: string | undefined, isSecure: boolean): string | undefined {
  return parseCookie(header ?? '')[nameFor(isSecure)]
}
