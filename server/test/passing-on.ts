import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'

/** Between a server and whoever asks it, for so many bytes of its answers; and what it was asked. */
export async function passOnTo(port: number, { answers = Infinity } = {}) {
  let asked = ''
  const listening = await listenWith((socket) => {
    let passed = 0
    const behind = connect(port, '127.0.0.1')
    socket.on('data', (chunk: Buffer) => {
      asked += chunk.toString('latin1')
      behind.write(chunk)
    })
    behind.on('data', (chunk: Buffer) => {
      passed += chunk.length
      if (passed > answers) socket.destroy()
      else socket.write(chunk)
    })
    socket.on('close', () => behind.destroy()).on('error', () => undefined)
    behind.on('error', () => undefined).on('close', () => socket.destroy())
  })
  return { ...listening, asked: () => asked }
}

export async function listenWith(meet: (socket: Socket) => void) {
  const open = new Set<Socket>()
  const server: Server = createServer((socket) => {
    open.add(socket)
    meet(socket)
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const stop = () =>
    new Promise<void>((resolve) => {
      for (const socket of open) socket.destroy()
      server.close(() => {
        resolve()
      })
    })
  return { at: (server.address() as AddressInfo).port, stop }
}
