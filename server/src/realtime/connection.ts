import type { Duplex } from 'node:stream'
import { type AccountId, closeCodes, type ServerFrame, type SessionId } from '@kolosok/contract'
import type { WebSocket } from 'ws'
import type { Actor } from '#platform/actor.ts'

/** Some hundred messages: who is that far behind catches up faster by reconnecting. */
const MAX_BUFFERED_BYTES = 256 * 1024

/** One socket of one session. */
export class Connection {
  readonly accountId: AccountId
  readonly sessionId: SessionId
  /** Heartbeats since the other side said anything. */
  silentBeats = 0
  readonly #socket: WebSocket
  readonly #stream: Duplex

  constructor(actor: Actor, socket: WebSocket, stream: Duplex) {
    this.accountId = actor.accountId
    this.sessionId = actor.sessionId
    this.#socket = socket
    this.#stream = stream
  }

  /** Writes finished frames past `ws`, which would lay out the same bytes again for every receiver. */
  send(frame: Buffer): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return
    if (this.#stream.writableLength > MAX_BUFFERED_BYTES) this.#socket.close(closeCodes.slow, 'slow')
    else this.#stream.write(frame)
  }

  close(reason: keyof typeof closeCodes): void {
    this.#socket.close(closeCodes[reason], reason)
  }

  /** Without a word to whom nobody hears. */
  cut(): void {
    this.#socket.terminate()
  }
}

/** One unmasked text frame, header included (RFC 6455, 5.2); only right on sockets without compression. */
export function encodeFrame(frame: ServerFrame): Buffer {
  const payload = Buffer.from(JSON.stringify(frame))
  const { length } = payload
  if (length < 126) return Buffer.concat([Buffer.from([0x81, length]), payload])
  const head = Buffer.alloc(length < 65_536 ? 4 : 10)
  head[0] = 0x81
  head[1] = length < 65_536 ? 126 : 127
  if (length < 65_536) head.writeUInt16BE(length, 2)
  else head.writeBigUInt64BE(BigInt(length), 2)
  return Buffer.concat([head, payload])
}
