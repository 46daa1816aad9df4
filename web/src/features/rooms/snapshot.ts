import { type GuestId, type ParticipantId, readIdentity } from '@kolosok/contract'
import { ConnectionQuality, type Participant, type Room, Track, type VideoTrack } from 'livekit-client'

export type Person = {
  /** As LiveKit knows them. In a call that is nobody's account: guests read it, too. */
  readonly id: string
  readonly participantId: ParticipantId | null
  /** Of somebody from outside, who came by a link; the server says so, not they. */
  readonly guestId: GuestId | null
  readonly name: string
  readonly label: string
  /** The status «педагог», as it stood when they came in. */
  readonly isConfirmed: boolean
  readonly isSelf: boolean
  readonly isSpeaking: boolean
  readonly lastSpokeAt: number
  readonly joinedAt: number
  readonly isMicOn: boolean
  readonly isWeak: boolean
  readonly camera: VideoTrack | undefined
  readonly screen: VideoTrack | undefined
}

/** Everybody in the room as the screen shows them, oneself last. */
export function readPeople(room: Room): Person[] {
  const others = [...room.remoteParticipants.values()].map((one) => readPerson(one, false))
  return [...others.sort((a, b) => a.joinedAt - b.joinedAt), readPerson(room.localParticipant, true)]
}

function readPerson(participant: Participant, isSelf: boolean): Person {
  const who = readIdentity(participant.identity)
  return {
    id: participant.identity,
    participantId: 'participantId' in who ? who.participantId : null,
    guestId: 'guestId' in who ? who.guestId : null,
    name: participant.name ?? '',
    label: participant.attributes['label'] ?? '',
    isConfirmed: participant.attributes['isConfirmed'] === 'true',
    isSelf,
    isSpeaking: participant.isSpeaking,
    lastSpokeAt: participant.lastSpokeAt?.getTime() ?? 0,
    joinedAt: participant.joinedAt?.getTime() ?? 0,
    isMicOn: participant.isMicrophoneEnabled,
    isWeak: isWeak(participant),
    camera: videoOf(participant, Track.Source.Camera),
    screen: videoOf(participant, Track.Source.ScreenShare),
  }
}

export const isWeak = ({ connectionQuality }: Participant): boolean =>
  connectionQuality === ConnectionQuality.Poor || connectionQuality === ConnectionQuality.Lost

function videoOf(participant: Participant, source: Track.Source): VideoTrack | undefined {
  const publication = participant.getTrackPublication(source)
  return publication && !publication.isMuted ? publication.videoTrack : undefined
}

/** Who is on the page: in order of coming; where not all fit, whoever spoke last comes first. */
export function pageOf(people: readonly Person[], size: number, page: number): Person[] {
  const ordered = people.length > size ? [...people].sort((a, b) => b.lastSpokeAt - a.lastSpokeAt) : people
  return ordered.slice(page * size, (page + 1) * size)
}
