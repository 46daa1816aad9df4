import { useQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { NearBroadcast } from '#features/broadcasts/index.ts'
import { waitingQuery } from './waiting.ts'

/** What is on in any organization of one's own, or begins in some minutes: the first of them. */
export function NearBroadcasts() {
  const [near] = useQuery({ ...waitingQuery(), select: ({ broadcasts }) => broadcasts }).data ?? []
  return (
    near && (
      <Suspense>
        <NearBroadcast near={near} />
      </Suspense>
    )
  )
}
