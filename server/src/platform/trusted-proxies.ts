import { isIP } from 'node:net'

// Networks that Fastify knows by name.
const named = new Set(['loopback', 'linklocal', 'uniquelocal'])

/**
 * The addresses and networks in `TRUST_PROXY`; undefined when one of them is neither. Not a number of hops, and
 * not everybody: whoever reaches the port would then claim any address.
 */
export function readTrustedProxies(setting: string): string[] | undefined {
  const proxies = setting.split(',').map((proxy) => proxy.trim())
  return proxies.every((proxy) => named.has(proxy) || isNetwork(proxy)) ? proxies : undefined
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/')
  const version = isIP(address)
  const isMask = bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128))
  return version !== 0 && rest.length === 0 && isMask
}
