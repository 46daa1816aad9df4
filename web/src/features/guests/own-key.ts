const placeOf = (token: string): string => `kolosok-guest:${token}`

/**
 * What this browser says it is by. Who opens the link again, in another tab or a messenger's window that forgets its tabs,
 * is the same guest, and takes one place of those the link has.
 */
export const ownKeyFor = (token: string): string => localStorage.getItem(placeOf(token)) ?? newKeyFor(token)

/** Somebody else at the same device. */
export function newKeyFor(token: string): string {
  const key = randomKey()
  localStorage.setItem(placeOf(token), key)
  return key
}

function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}
