import { connect, type Socket } from 'node:net'

/** Clients that cost little more than their system calls, so that the server is what a run measures. */
export type Target = { readonly port: number; readonly cookie: string }

/** One keep-alive connection that posts JSON, one request at a time. */
export async function openPoster({ port, cookie }: Target) {
  const socket = await open(port)
  let done: (status: number) => void = () => undefined
  socket.on('data', (chunk: Buffer) => {
    done(Number(chunk.toString('latin1', 9, 12)))
  })
  return (path: string, body: string): Promise<number> => {
    const length = String(Buffer.byteLength(body))
    socket.write(
      `POST ${path} HTTP/1.1\r\nHost: localhost\r\nCookie: ${cookie}\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n${body}`,
    )
    return new Promise((resolve) => (done = resolve))
  }
}

/** A WebSocket that says `hello` and hands on the payload of every text frame. */
export async function openListener(
  { port, cookie }: Target,
  hello: string,
  onFrame: (payload: Buffer) => void,
): Promise<void> {
  const socket = await open(port)
  socket.write(
    `GET /api/realtime HTTP/1.1\r\nHost: localhost\r\nOrigin: http://127.0.0.1:${String(port)}\r\nCookie: ${cookie}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: MDEyMzQ1Njc4OWFiY2RlZg==\r\n\r\n`,
  )
  let rest: Buffer | undefined
  await new Promise<void>((resolve, reject) => {
    socket.once('data', (answer: Buffer) => {
      if (!answer.toString('latin1').startsWith('HTTP/1.1 101')) {
        reject(new Error(answer.toString()))
        return
      }
      socket.on('data', (chunk: Buffer) => {
        rest = readFrames(rest ? Buffer.concat([rest, chunk]) : chunk, onFrame)
      })
      resolve()
    })
  })
  socket.write(masked(hello))
  setInterval(() => socket.write(PING), 20_000).unref() // As a browser does; or the server hangs up.
}

/** Masked with zeros: allowed, and free. */
function masked(text: string): Buffer {
  return Buffer.concat([Buffer.from([0x81, 0x80 | text.length, 0, 0, 0, 0]), Buffer.from(text)])
}
const PING = masked('{"type":"ping"}')

function readFrames(buffer: Buffer, onFrame: (payload: Buffer) => void): Buffer | undefined {
  let at = 0
  while (at + 2 <= buffer.length) {
    const short = (buffer[at + 1] ?? 0) & 0x7f
    const head = short === 127 ? 10 : short === 126 ? 4 : 2
    if (at + head > buffer.length) break
    const length = short === 127 ? buffer.readUInt32BE(at + 6) : short === 126 ? buffer.readUInt16BE(at + 2) : short
    if (at + head + length > buffer.length) break
    onFrame(buffer.subarray(at + head, at + head + length))
    at += head + length
  }
  return at < buffer.length ? buffer.subarray(at) : undefined
}

async function open(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1').setNoDelay(true)
  await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject))
  return socket
}
