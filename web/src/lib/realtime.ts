import {
  type ChatId,
  type ClientFrame,
  closeCodes,
  createSync,
  type Held,
  HEARTBEAT_MS,
  type ServerFrame,
  serverFrame,
} from '@kolosok/contract'

export type Realtime = {
  readonly ask: (chatId: ChatId, since: number) => void
  readonly typing: (chatId: ChatId) => void
  readonly stop: () => void
}

type Options = {
  readonly held: Held
  readonly heldIds: () => ChatId[]
  readonly onFrame: (frame: ServerFrame) => void
  readonly onOpen: () => void
  readonly onLost: () => void
  /** The server speaks a newer protocol than this tab. */
  readonly onOutdated: () => void
  /** The session may be over: ask who one is. */
  readonly onRefused: () => void
}

/** Keeps one socket open, greets each with the revisions held, and feeds its frames to the sync. */
export function startRealtime({ held, heldIds, ...on }: Options): Realtime {
  let socket: WebSocket | undefined
  let sync: ReturnType<typeof createSync> | undefined
  let failures = 0
  let heardAt = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  function send(frame: ClientFrame): void {
    if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(frame))
  }

  function connect(): void {
    clearTimeout(timer)
    timer = undefined
    const opened = new WebSocket(`${location.origin.replace(/^http/, 'ws')}/api/realtime`)
    const own = createSync(held, send)
    socket = opened
    opened.onopen = () => {
      failures = 0
      heardAt = Date.now()
      sync = own
      own.hello(heldIds())
      on.onOpen()
    }
    opened.onmessage = (event: MessageEvent<string>) => {
      heardAt = Date.now()
      const frame = serverFrame.parse(JSON.parse(event.data))
      own.receive(frame)
      on.onFrame(frame)
    }
    opened.onclose = ({ code }) => {
      closed(opened, code)
    }
  }

  function closed(which: WebSocket, code: number): void {
    if (which !== socket) return
    socket = undefined
    sync = undefined
    on.onLost()
    if (code === closeCodes.reload) {
      on.onOutdated()
      return
    }
    if (code === closeCodes.ended || failures > 0) on.onRefused()
    // Spread at random: after a restart everybody comes back.
    timer = setTimeout(connect, 200 + Math.random() * Math.min(20_000, 500 * 2 ** failures))
    failures += 1
  }

  /** The network is back or the tab is looked at again: no reason to wait out the pause. */
  function hurry(): void {
    if (timer !== undefined && document.visibilityState === 'visible') connect()
  }

  const heartbeat = setInterval(() => {
    if (!socket || socket.readyState !== WebSocket.OPEN) return
    if (Date.now() - heardAt < 2 * HEARTBEAT_MS) {
      send({ type: 'ping' })
      return
    }
    // Nothing heard for too long: a dead connection closes late, so it is not waited for.
    const dead = socket
    dead.onclose = null
    dead.close()
    closed(dead, 1006)
  }, HEARTBEAT_MS)

  addEventListener('online', hurry)
  document.addEventListener('visibilitychange', hurry)
  connect()
  return {
    // Without a socket nothing is lost by not asking: the next hello does.
    ask: (chatId, since) => sync?.ask(chatId, since),
    typing: (chatId) => {
      send({ type: 'typing', chatId })
    },
    stop() {
      removeEventListener('online', hurry)
      document.removeEventListener('visibilitychange', hurry)
      clearInterval(heartbeat)
      clearTimeout(timer)
      const last = socket
      socket = undefined
      last?.close()
    },
  }
}
