import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { LIVEKIT_WEBHOOK_PATH } from './access.ts'

/**
 * Our LiveKit reports to a port of its own on this machine: it would not trust a self-signed certificate, and
 * need not know where the pages are.
 */
export async function openWebhookDoor(app: FastifyInstance): Promise<{ url: string; close: () => void }> {
  const server = createServer((request, response) => {
    if (request.url === LIVEKIT_WEBHOOK_PATH) app.routing(request, response)
    else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${String(port)}${LIVEKIT_WEBHOOK_PATH}`,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
