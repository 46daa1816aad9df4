import { z } from 'zod'
import { defineEndpoint } from './endpoint.ts'
import { broadcastId, callId, fileId, recordingId } from './ids.ts'

/** For so long it can be played; then it is deleted by itself. */
export const RECORDING_KEPT_DAYS = 30
/** A room that nobody has left for the night fills no disk. */
export const RECORDING_LONGEST_HOURS = 6
/** Of one room: begun and stopped again and again. */
export const MAX_RECORDINGS = 20

export const recordingState = z.enum(['recording', 'finishing', 'ready', 'failed', 'deleted'])
export type RecordingState = z.infer<typeof recordingState>

/**
 * Why it stopped: somebody stopped it, what it recorded ended, nobody who may stop it was there any more, the disk was
 * nearly full, or it was as long as one may be.
 */
export const recordingStop = z.enum(['asked', 'over', 'unattended', 'disk-low', 'too-long'])
export type RecordingStop = z.infer<typeof recordingStop>

/** What was seen and heard in a room. */
export const recording = z.object({
  id: recordingId,
  state: recordingState,
  startedAt: z.iso.datetime(),
  stoppedAt: z.iso.datetime().nullable(),
  stoppedFor: recordingStop.nullable(),
  /** While it is being finished: how much of that is done, in percent. */
  progress: z.int().min(0).max(100),
  /** It can't be finished before there is room on the disk. */
  isWaitingForRoom: z.boolean(),
  /** Once it can be played. */
  fileId: fileId.nullable(),
  seconds: z.int().nonnegative().nullable(),
  size: z.int().nonnegative().nullable(),
  deletedAt: z.iso.datetime().nullable(),
  /** When it goes by itself. */
  keptUntil: z.iso.datetime().nullable(),
})
export type Recording = z.infer<typeof recording>

/** Those of one room. */
const recordings = z.object({
  /** Oldest first; few by nature. */
  recordings: z.array(recording),
  /** Whether this reader stops them and takes them along. */
  mayKeep: z.boolean(),
  mayDelete: z.boolean(),
  /** In bytes, of the organization, for those who keep them; null also where there is no limit. */
  space: z.object({ used: z.number().nonnegative(), limit: z.number().positive() }).nullable(),
})
export type Recordings = z.infer<typeof recordings>

/** What can keep one from beginning, whatever is recorded. */
const beginning = [
  'not-found',
  'forbidden',
  'recording-going-on',
  'recording-too-many',
  'recordings-unavailable',
  'recorders-busy',
  'disk-low',
  'recordings-full',
  'calls-unavailable',
] as const

const ofBroadcast = z.object({ broadcastId })
const inBroadcast = ofBroadcast.extend({ recordingId })

/** Those of a broadcast; whoever could look on plays them, those who run it decide about them. */
export const broadcastRecordingEndpoints = {
  list: defineEndpoint({
    method: 'GET',
    path: '/api/broadcasts/:broadcastId/recordings',
    access: 'account',
    params: ofBroadcast,
    response: recordings,
    problems: ['not-found'],
  }),
  /** Everybody is shown that it is recorded before the first second is. The client chose the id: a retry begins nothing. */
  start: defineEndpoint({
    method: 'PUT',
    path: '/api/broadcasts/:broadcastId/recordings/:recordingId',
    access: 'account',
    params: inBroadcast,
    response: recording,
    problems: [...beginning, 'broadcast-not-live'],
  }),
  stop: defineEndpoint({
    method: 'PUT',
    path: '/api/broadcasts/:broadcastId/recordings/:recordingId/stop',
    access: 'account',
    params: inBroadcast,
    response: recording,
    problems: ['not-found', 'forbidden'],
  }),
  /** For good, and for everybody. */
  remove: defineEndpoint({
    method: 'DELETE',
    path: '/api/broadcasts/:broadcastId/recordings/:recordingId',
    access: 'account',
    params: inBroadcast,
    response: recording,
    problems: ['not-found', 'forbidden', 'recording-going-on'],
  }),
} as const

const ofCall = z.object({ callId })
const inCall = ofCall.extend({ recordingId })

/** Who will be able to look at what is to be recorded. */
export const recordingAudience = z.object({
  /** All who are in the chat. */
  people: z.int().nonnegative(),
  /**
   * Of the children whose families are among them or who are there themselves, for how many nobody has agreed to being
   * filmed; null where the organization does not ask for that.
   */
  withoutConsent: z.int().nonnegative().nullable(),
})
export type RecordingAudience = z.infer<typeof recordingAudience>

/** Those of a group's call; whoever sees it in the chat plays them, those who answer for the chat decide about them. */
export const callRecordingEndpoints = {
  list: defineEndpoint({
    method: 'GET',
    path: '/api/calls/:callId/recordings',
    access: 'account',
    params: ofCall,
    response: recordings,
    problems: ['not-found'],
  }),
  /** Told to whoever is about to begin. */
  audience: defineEndpoint({
    method: 'GET',
    path: '/api/calls/:callId/recording-audience',
    access: 'account',
    params: ofCall,
    response: recordingAudience,
    problems: ['not-found', 'forbidden', 'call-ended', 'chat-read-only'],
  }),
  /** The same as in a broadcast. */
  start: defineEndpoint({
    method: 'PUT',
    path: '/api/calls/:callId/recordings/:recordingId',
    access: 'account',
    params: inCall,
    response: recording,
    problems: [...beginning, 'call-ended', 'chat-read-only'],
  }),
  stop: defineEndpoint({
    method: 'PUT',
    path: '/api/calls/:callId/recordings/:recordingId/stop',
    access: 'account',
    params: inCall,
    response: recording,
    problems: ['not-found', 'forbidden'],
  }),
  remove: defineEndpoint({
    method: 'DELETE',
    path: '/api/calls/:callId/recordings/:recordingId',
    access: 'account',
    params: inCall,
    response: recording,
    problems: ['not-found', 'forbidden', 'recording-going-on'],
  }),
} as const
