import {
  type ChatId,
  type ClientFrame,
  type ChatState,
  createSync,
  type Held,
  serverFrame,
  type ServerFrame,
  startState,
} from '@kolosok/contract'
import { WebSocket } from 'ws'

export type Client = Awaited<ReturnType<typeof connectClient>>

export type ClientOptions = {
  readonly url: string
  readonly cookie: string
  readonly origin: string
  /** Said instead of the real hello. */
  readonly hello?: string
  /** Asked for live frames only: an answer is lost with its socket or not at all. */
  readonly isLost?: (frame: ServerFrame) => boolean
}

/** A client as in the browser, without one: the contract's own sync on a socket that a test can disturb. */
export async function connectClient({ url, cookie, origin, hello, isLost }: ClientOptions) {
  const states = new Map<ChatId, ChatState>()
  const frames: ServerFrame[] = []
  const awaited = new Set<string>()
  const held: Held = {
    get: (chatId) => states.get(chatId),
    set: (chatId, state) => states.set(chatId, state),
    drop: (chatId) => states.delete(chatId),
  }
  let socket: WebSocket
  let sync: ReturnType<typeof createSync>

  async function connect(): Promise<void> {
    const opened = new WebSocket(url, { headers: { cookie, origin } })
    socket = opened
    sync = createSync(held, (frame) => {
      opened.send(JSON.stringify(frame))
      if (frame.type === 'ask') awaited.add(`${frame.chatId} ${String(frame.since)}`)
      if (frame.type !== 'hello') return
      for (const [chatId, since] of Object.entries(frame.known)) awaited.add(`${chatId} ${String(since)}`)
    })
    const own = sync
    opened.on('message', (data: Buffer) => {
      const frame = serverFrame.parse(JSON.parse(data.toString()))
      frames.push(frame)
      const isAnswer = frame.type !== 'changes' || awaited.delete(`${frame.chatId} ${String(frame.since)}`)
      if (isAnswer || !isLost?.(frame)) own.receive(frame)
    })
    await new Promise<void>((resolve, reject) => opened.once('open', resolve).once('error', reject))
    if (hello) opened.send(hello)
    else sync.hello([...states.keys()])
  }

  await connect()
  return {
    frames,
    reconnect: connect,
    close: () => {
      socket.terminate()
    },
    closed: () => new Promise<number>((resolve) => socket.once('close', resolve)),
    pause: () => {
      socket.pause()
    },
    resume: () => {
      socket.resume()
    },
    say: (frame: ClientFrame) => {
      socket.send(JSON.stringify(frame))
    },
    hold(chatId: ChatId, page: Parameters<typeof startState>[0]) {
      states.set(chatId, startState(page))
      sync.ask(chatId, page.rev)
    },
    state: (chatId: ChatId) => states.get(chatId),
  }
}
