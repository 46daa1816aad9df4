import {
  AccessToken,
  DataPacket_Kind,
  type ParticipantInfo,
  ParticipantInfo_State,
  RoomServiceClient,
  TrackSource,
  ServerError,
  TokenVerifier,
  type WebhookEvent,
  WebhookReceiver,
} from 'livekit-server-sdk'
import type { LivekitAccess } from './access.ts'

/** Long enough to connect; a client that is in gets its next one from LiveKit itself. */
const TOKEN_SECONDS = 120
/** Who records: in no attendance, and on nobody's screen. */
const RECORDER = 'recorder'
/** A room that everybody has left: long enough to come back after a lost connection. */
const DEPARTURE_SECONDS = 60

export type RoomParticipant = {
  readonly sid: string
  readonly identity: string
  readonly joinedAt: Date
  /** Media flows; before that somebody is only knocking. */
  readonly isActive: boolean
  readonly isLookingOn: boolean
}

/** LiveKit's news about a room, as far as anybody here listens. */
export type RoomEvent = { readonly room: string; readonly at: Date } & (
  | { readonly type: 'joined' | 'left'; readonly participant: RoomParticipant }
  | { readonly type: 'finished' }
)

type Pass = {
  readonly room: string
  readonly identity: string
  readonly name: string
  readonly label: string
  readonly isConfirmed: boolean
  readonly isLookingOn?: boolean
  /** From outside: told to everybody in the room by our own word, not by theirs. */
  readonly isGuest?: boolean
}

export type Media = ReturnType<typeof createMedia>

/** Rooms, the tokens that let into them and the news from them: the only place that knows LiveKit's SDK. */
export function createMedia({ url, apiKey, apiSecret }: LivekitAccess) {
  const rooms = new RoomServiceClient(url, apiKey, apiSecret, { requestTimeout: 5 })
  const receiver = new WebhookReceiver(apiKey, apiSecret)
  const verifier = new TokenVerifier(apiKey, apiSecret)

  return {
    /** Also tells whether LiveKit is there at all. */
    async openRoom(room: string): Promise<void> {
      await rooms.createRoom({ name: room, emptyTimeout: 120, departureTimeout: DEPARTURE_SECONDS })
    },

    /**
     * Lets one account into one room to speak, be seen and show its screen, and nothing else; or only to look on, unseen
     * by the others: hundreds who come and go would be told to hundreds.
     */
    joinToken({
      room,
      identity,
      name,
      label,
      isConfirmed,
      isLookingOn = false,
      isGuest = false,
    }: Pass): Promise<string> {
      const attributes = { label, isConfirmed: String(isConfirmed), isGuest: String(isGuest) }
      const token = new AccessToken(apiKey, apiSecret, { identity, name, ttl: TOKEN_SECONDS, attributes })
      token.addGrant({ room, roomJoin: true, ...grants(isLookingOn), canUpdateOwnMetadata: false })
      return token.toJwt()
    },

    /** Hears and sees everything, hidden; by LiveKit's own word everybody's client knows that it does. */
    recorderToken(room: string): Promise<string> {
      const token = new AccessToken(apiKey, apiSecret, { identity: RECORDER, ttl: TOKEN_SECONDS })
      token.addGrant({
        ...{ room, roomJoin: true, hidden: true, recorder: true },
        ...{ canSubscribe: true, canPublish: false, canPublishData: false },
      })
      return token.toJwt()
    },

    /** Another place for somebody who is in already: on the stage, or looking on. */
    async setLookingOn(room: string, identity: string, isLookingOn: boolean): Promise<void> {
      await orIfMissing(rooms.updateParticipant(room, identity, { permission: grants(isLookingOn) }), undefined)
    },

    /** To everybody in the room, also to whoever comes later. */
    async tellRoom(room: string, news: string): Promise<void> {
      await orIfMissing(rooms.updateRoomMetadata(room, news), undefined)
    },

    /** To everybody who is in the room now, in the order it was said. */
    async sendToRoom(room: string, text: string): Promise<void> {
      const data = new TextEncoder().encode(text)
      await orIfMissing(rooms.sendData(room, data, DataPacket_Kind.RELIABLE, {}), undefined)
    },

    /** Whom a token lets into which room; undefined when it is none of ours, or too old. */
    async readPass(token: string): Promise<Pick<Pass, 'room' | 'identity'> | undefined> {
      const claims = await verifier.verify(token).catch(() => undefined)
      return claims && { room: claims.video?.room ?? '', identity: claims.sub ?? '' }
    },

    async listParticipants(room: string): Promise<RoomParticipant[]> {
      const all = await orIfMissing(rooms.listParticipants(room), [])
      return all
        .filter(({ state, identity }) => state !== ParticipantInfo_State.DISCONNECTED && identity !== RECORDER)
        .map(toParticipant)
    },

    async removeParticipant(room: string, identity: string): Promise<void> {
      await orIfMissing(rooms.removeParticipant(room, identity), undefined)
    },

    async muteMicrophone(room: string, identity: string): Promise<void> {
      const participant = await orIfMissing(rooms.getParticipant(room, identity), undefined)
      const tracks = participant?.tracks.filter(({ source }) => source === TrackSource.MICROPHONE) ?? []
      await Promise.all(
        tracks.map(({ sid }) => orIfMissing(rooms.mutePublishedTrack(room, identity, sid, true), undefined)),
      )
    },

    async closeRoom(room: string): Promise<void> {
      await orIfMissing(rooms.deleteRoom(room), undefined)
    },

    /** Null when LiveKit's signature is missing or wrong; `unheard` for news nobody here listens to. */
    async receive(body: string, authorization: string): Promise<RoomEvent | 'unheard' | null> {
      const event = await receiver.receive(body, authorization).catch(() => null)
      return event && toRoomEvent(event)
    },
  }
}

const SOURCES = [TrackSource.MICROPHONE, TrackSource.CAMERA, TrackSource.SCREEN_SHARE, TrackSource.SCREEN_SHARE_AUDIO]

const grants = (isLookingOn: boolean) => ({
  canSubscribe: true,
  canPublish: !isLookingOn,
  canPublishSources: isLookingOn ? [] : SOURCES,
  canPublishData: false,
  hidden: isLookingOn,
})

function toRoomEvent(event: WebhookEvent): RoomEvent | 'unheard' {
  const { room, participant } = event
  if (!room) return 'unheard'
  const about = { room: room.name, at: seconds(event.createdAt) }
  if (event.event === 'room_finished') return { ...about, type: 'finished' }
  if (!participant || (event.event !== 'participant_joined' && event.event !== 'participant_left')) return 'unheard'
  const type = event.event === 'participant_joined' ? 'joined' : 'left'
  return { ...about, type, participant: toParticipant(participant) }
}

const seconds = (time: bigint): Date => new Date(Number(time) * 1000)

const toParticipant = ({
  sid,
  identity,
  state,
  joinedAt,
  joinedAtMs,
  permission,
}: ParticipantInfo): RoomParticipant => ({
  sid,
  identity,
  joinedAt: joinedAtMs > 0n ? new Date(Number(joinedAtMs)) : seconds(joinedAt),
  isActive: state === ParticipantInfo_State.ACTIVE,
  isLookingOn: permission?.canPublish === false,
})

/** A room or participant that is gone already needs nothing done to it. */
async function orIfMissing<T, M>(answer: Promise<T>, missing: M): Promise<T | M> {
  try {
    return await answer
  } catch (error) {
    if (error instanceof ServerError && error.code === 'not_found') return missing
    throw error
  }
}
