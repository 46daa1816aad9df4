import type { Config } from './config.ts'

/** Pages allowed to call us: `PUBLIC_URL`, or localhost and the address listened on. */
export function createOriginCheck(config: Config): (origin: string) => boolean {
  if (config.PUBLIC_URL !== undefined) return (origin) => origin === config.publicUrl
  const hosts = new Set(['localhost', '127.0.0.1', '[::1]', config.HOST])
  return (origin) => URL.canParse(origin) && hosts.has(new URL(origin).hostname)
}
