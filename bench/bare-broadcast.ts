import { createServer } from 'node:http'
import { type WebSocket, WebSocketServer } from 'ws'

/** The limit to compare with: HTTP in, the same bytes out to every socket of the chat; nothing stored, nobody asked. */
const rooms = new Map<string, Set<WebSocket>>()

const server = createServer((request, response) => {
  if (request.method === 'GET') {
    response.end()
    return
  }
  const chatId = request.url?.split('/')[3] ?? ''
  let body = ''
  request.on('data', (chunk: Buffer) => {
    body += chunk.toString()
  })
  request.on('end', () => {
    const { id, text } = JSON.parse(body) as { id: string; text: string }
    const message = {
      id,
      chatId,
      seq: 1,
      rev: 1,
      kind: 'text',
      authorId: chatId,
      membershipId: chatId,
      subjectIds: [],
      text,
      replyToId: null,
      attachments: [],
      poll: null,
      call: null,
      sentAt: new Date().toISOString(),
      editedAt: null,
      deletedAt: null,
      reactions: {},
    }
    const frame = Buffer.from(
      JSON.stringify({ type: 'changes', chatId, since: 0, rev: 1, reset: false, messages: [message] }),
    )
    for (const socket of rooms.get(chatId) ?? []) socket.send(frame, { binary: false })
    response.setHeader('content-type', 'application/json').end(JSON.stringify(message))
  })
})

new WebSocketServer({ server, path: '/api/realtime' }).on('connection', (socket, request) => {
  const chatId = /room=([^;]+)/.exec(request.headers.cookie ?? '')?.[1] ?? ''
  rooms.set(chatId, (rooms.get(chatId) ?? new Set()).add(socket))
})

server.listen(Number(process.env.PORT), '127.0.0.1')
