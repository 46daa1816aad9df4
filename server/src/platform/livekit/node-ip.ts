import { networkInterfaces } from 'node:os'
import type { Config } from '../config.ts'
import { isThisMachine } from '../this-machine.ts'

const ANY = new Set(['0.0.0.0', '::'])

/** The address at which browsers find sound and picture. */
export function nodeIp({ LIVEKIT_NODE_IP, HOST, publicUrl }: Config): string {
  if (LIVEKIT_NODE_IP) return LIVEKIT_NODE_IP
  if (isThisMachine(HOST) && isThisMachine(new URL(publicUrl).hostname)) return '127.0.0.1'
  if (!isThisMachine(HOST) && !ANY.has(HOST) && /^[\d.]+$/.test(HOST)) return HOST
  const addresses = Object.values(networkInterfaces()).flatMap((found) => found ?? [])
  return addresses.find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? '127.0.0.1'
}
