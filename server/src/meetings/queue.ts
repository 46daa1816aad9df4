import type { MeetingId } from '@kolosok/contract'
import type { Tx } from '#platform/db.ts'
import { addJob } from '#platform/jobs.ts'

export const LETTERS = 'tell-of-meeting'

type News = {
  readonly meetingId: MeetingId
  readonly what: 'planned' | 'moved' | 'cancelled'
  /** Which change of the meeting it is about. */
  readonly rev: number
}

export const queueLetters = (tx: Tx, news: News): Promise<void> => addJob(tx, LETTERS, news)
