import { networkInterfaces } from 'node:os'
import type { Config } from './config.ts'

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]']
const EVERYWHERE = new Set(['0.0.0.0', '::'])
/** Where Vite serves the pages to developers. */
const VITE_PORT = 5173

/** Pages allowed to call us: `PUBLIC_URL`, or localhost and the address listened on, at our own port. */
export function createOriginCheck(config: Config): (origin: string) => boolean {
  const { HOST, PORT, PUBLIC_URL, TLS_CERT_FILE, isDevelopment, publicUrl } = config
  if (PUBLIC_URL !== undefined) return (origin) => origin === publicUrl
  const scheme = TLS_CERT_FILE ? 'https' : 'http'
  const at = (host: string, port: number) => new URL(`${scheme}://${host}:${String(port)}`).origin
  const own = new Set(LOOPBACK.map((host) => at(host, PORT)))
  if (isDevelopment) for (const host of LOOPBACK) own.add(at(host, VITE_PORT))
  if (!EVERYWHERE.has(HOST)) own.add(at(inUrl(HOST), PORT))
  // This machine's addresses change while it runs, and are few.
  return (origin) =>
    own.has(origin) || (EVERYWHERE.has(HOST) && listAddresses().some((host) => origin === at(host, PORT)))
}

function listAddresses(): string[] {
  const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? [])
  // No page has an address with a zone in it.
  return all.filter(({ scopeid = 0 }) => scopeid === 0).map(({ address }) => inUrl(address))
}

const inUrl = (host: string): string => (host.includes(':') ? `[${host}]` : host)
