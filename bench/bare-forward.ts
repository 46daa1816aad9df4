import { createSocket } from 'node:dgram'

/** The limit to compare with: the same bytes out to every viewer, over UDP; nothing encrypted, nobody asked. */
const [port, viewers, packetsPerSecond, bytes] = process.argv.slice(2).map(Number) as [number, number, number, number]
const packet = Buffer.alloc(bytes, 1)
const sockets = Array.from({ length: viewers }, () => createSocket('udp4'))
const startedMs = performance.now()
let sent = 0
process.on('disconnect', () => process.exit())
setInterval(() => {
  const due = Math.floor(((performance.now() - startedMs) * packetsPerSecond) / 1_000)
  for (; sent < due; sent += 1) for (const socket of sockets) socket.send(packet, port, '127.0.0.1')
}, 5)
