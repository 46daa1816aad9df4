import { z } from 'zod'
import { defineEndpoint } from './endpoint.ts'
import { broadcastId, fileId, recordingId } from './ids.ts'

/** For so long it can be played; then it is deleted by itself. */
export const RECORDING_KEPT_DAYS = 30
/** A broadcast that nobody has ended fills no disk. */
export const RECORDING_LONGEST_HOURS = 6
/** Of one room: begun and stopped again and again. */
export const MAX_RECORDINGS = 20

export const recordingState = z.enum(['recording', 'finishing', 'ready', 'failed', 'deleted'])
export type RecordingState = z.infer<typeof recordingState>

/** Why it stopped: somebody stopped it, what it recorded ended, the disk was nearly full, or it was as long as one may be. */
export const recordingStop = z.enum(['asked', 'over', 'disk-low', 'too-long'])
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

const params = z.object({ broadcastId, recordingId })

/** Those of a broadcast; whoever could look on plays them, those who run it decide about them. */
export const broadcastRecordingEndpoints = {
  /** Oldest first; few by nature. */
  list: defineEndpoint({
    method: 'GET',
    path: '/api/broadcasts/:broadcastId/recordings',
    access: 'account',
    params: z.object({ broadcastId }),
    response: z.object({
      recordings: z.array(recording),
      /** Whether this reader stops, hands on and deletes them. */
      /** Take it along. */
      mayKeep: z.boolean(),
      mayDelete: z.boolean(),
      /** In bytes, of the organization, for those who keep them; null also where there is no limit. */
      space: z.object({ used: z.number().nonnegative(), limit: z.number().positive() }).nullable(),
    }),
    problems: ['not-found'],
  }),
  /** Everybody is shown that it is recorded before the first second is. The client chose the id: a retry begins nothing. */
  start: defineEndpoint({
    method: 'PUT',
    path: '/api/broadcasts/:broadcastId/recordings/:recordingId',
    access: 'account',
    params,
    response: recording,
    problems: [
      'not-found',
      'forbidden',
      'broadcast-not-live',
      'recording-going-on',
      'recording-too-many',
      'recordings-unavailable',
      'recorders-busy',
      'disk-low',
      'recordings-full',
      'calls-unavailable',
    ],
  }),
  stop: defineEndpoint({
    method: 'PUT',
    path: '/api/broadcasts/:broadcastId/recordings/:recordingId/stop',
    access: 'account',
    params,
    response: recording,
    problems: ['not-found', 'forbidden'],
  }),
  /** For good, and for everybody. */
  remove: defineEndpoint({
    method: 'DELETE',
    path: '/api/broadcasts/:broadcastId/recordings/:recordingId',
    access: 'account',
    params,
    response: recording,
    problems: ['not-found', 'forbidden', 'recording-going-on'],
  }),
} as const
