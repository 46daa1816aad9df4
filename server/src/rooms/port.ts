import { roomEndpoints } from '@kolosok/contract'
import type { FastifyInstance } from 'fastify'
import { AppError } from '#platform/app-error.ts'
import { handle } from '#platform/http.ts'
import type { Media, RoomEvent } from '#platform/livekit/media.ts'

/** Whoever has rooms at LiveKit says who may come into them and hears what happens there; of others' it knows nothing. */
export type RoomPort = {
  readonly mayEnter: (pass: { readonly room: string; readonly identity: string }) => Promise<boolean>
  readonly hear: (event: RoomEvent) => Promise<void>
}

type Door = (token: string) => Promise<boolean>

/** Hears LiveKit's news for all that have rooms there, and answers with the door to these. */
export function openRooms(app: FastifyInstance, media: Media, ports: readonly RoomPort[]): Door {
  // Signed over its bytes, so it stays text.
  app.addContentTypeParser('application/webhook+json', { parseAs: 'string' }, (_request, body, done) => {
    done(null, body)
  })
  handle(app, roomEndpoints.webhook, async ({ body, client }) => {
    const event = await media.receive(body, client.authorization)
    if (event === null) throw new AppError('not-signed-in')
    // A cluster may carry rooms that are not ours.
    if (event !== 'unheard') for (const port of ports) await port.hear(event)
    return {}
  })
  return createDoor(media, ports)
}

/**
 * Who may come to a room's signalling, also by a token of some minutes ago: in the meantime they may have been removed,
 * have left or signed out. LiveKit knows none of it.
 */
function createDoor(media: Media, ports: readonly RoomPort[]): Door {
  return async (token) => {
    const pass = await media.readPass(token)
    if (!pass) return false
    for (const port of ports) if (await port.mayEnter(pass)) return true
    return false
  }
}
