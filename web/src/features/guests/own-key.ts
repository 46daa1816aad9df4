/** What this browser says it is by; it lives as long as the tab, so that a page loaded again is the same guest. */
export function ownKeyFor(token: string): string {
  const place = `kolosok-guest:${token}`
  const known = sessionStorage.getItem(place)
  if (known !== null) return known
  const key = randomKey()
  sessionStorage.setItem(place, key)
  return key
}

function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}
