import type { WebinarId } from '@kolosok/contract'
import type { Tx } from '#platform/db.ts'
import { addJob } from '#platform/jobs.ts'

export const LETTERS = 'tell-of-webinar'

type News = {
  readonly webinarId: WebinarId
  readonly what: 'moved' | 'cancelled'
  /** Which change of the webinar it is about. */
  readonly rev: number
}

export const queueLetters = (tx: Tx, news: News): Promise<void> => addJob(tx, LETTERS, news)
