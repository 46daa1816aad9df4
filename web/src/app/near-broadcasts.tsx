import { useQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { NearBroadcast } from '#features/broadcasts/index.ts'
import { NearSeminar } from '#features/webinars/index.ts'
import { waitingQuery } from './waiting.ts'

/** What is on, or begins in some minutes, and the seminar one has to set out for: the first of each. */
export function NearBroadcasts() {
  const waiting = useQuery(waitingQuery()).data
  const [broadcast, seminar] = [waiting?.broadcasts[0], waiting?.seminars[0]]
  return (
    <Suspense>
      {broadcast && <NearBroadcast near={broadcast} />}
      {seminar && <NearSeminar near={seminar} />}
    </Suspense>
  )
}
