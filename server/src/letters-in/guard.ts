import { BlockList, isIPv6, type Server, type Socket } from 'node:net'
import { networkOf } from '#platform/network-of.ts'

/** What the connections of one listener may take. */
export type Allowance = {
  readonly atOnce: number
  readonly ofOneNetwork: number
  /** Without a word from the other side. */
  readonly idleMs: number
  /** However much it says. */
  readonly longestMs: number
  /** Whom to count a connection to; nobody for what stands in front of us and passes everybody's letters on. */
  readonly networkOf: (address: string) => string | undefined
}

const MINUTE = 60_000

export const allowance: Allowance = {
  atOnce: 60,
  ofOneNetwork: 4,
  idleMs: MINUTE / 2,
  longestMs: 10 * MINUTE,
  networkOf: (address) => (isNear(address) ? undefined : networkOf(address)),
}

const near = new BlockList()
for (const [net, prefix] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  near.addSubnet(net, prefix, 'ipv4')
near.addAddress('::1', 'ipv6')
near.addSubnet('fc00::', 7, 'ipv6')

function isNear(address: string): boolean {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  return near.check(plain, isIPv6(plain) ? 'ipv6' : 'ipv4')
}

/**
 * Ends what holds a place for nothing: a connection over its time, and one too many from a network. On the bare socket,
 * so that it holds before the first word and while one is encrypted.
 */
export function guardConnections(server: Server, { ofOneNetwork, longestMs, networkOf: countedTo }: Allowance): void {
  const open = new Map<string, number>()
  server.prependListener('connection', (socket: Socket) => {
    const deadline = setTimeout(() => socket.destroy(), longestMs)
    deadline.unref()
    const network = countedTo(socket.remoteAddress ?? '')
    const count = network === undefined ? 0 : (open.get(network) ?? 0) + 1
    if (network !== undefined) open.set(network, count)
    socket.once('close', () => {
      clearTimeout(deadline)
      if (network === undefined) return
      const left = (open.get(network) ?? 1) - 1
      if (left > 0) open.set(network, left)
      else open.delete(network)
    })
    if (count > ofOneNetwork) socket.destroy()
  })
}
