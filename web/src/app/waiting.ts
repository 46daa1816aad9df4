import { type Waiting, waitingEndpoints } from '@kolosok/contract'
import { queryOptions } from '@tanstack/react-query'
import { call } from '#lib/api.ts'

/** What waits for a decision of one's own, or to be read. */
export const waitingQuery = () =>
  queryOptions({
    queryKey: ['me', 'waiting'],
    queryFn: ({ signal }) => call(waitingEndpoints.get, {}, signal),
    meta: {
      topics: [
        'confirmations',
        'join-requests',
        'phone-changes',
        'channels',
        'notices',
        'tickets',
        'applications',
        'account',
      ],
    },
  })

type Counted = Waiting['posts']

function countBy(all: Counted): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { organizationId, count } of all) counts[organizationId] = (counts[organizationId] ?? 0) + count
  return counts
}

/** How much of it is to be decided in each organization. */
export const countWaiting = ({ confirmations, joinRequests, phoneChanges, tickets }: Waiting) =>
  countBy([...confirmations, ...joinRequests, ...phoneChanges, ...tickets])

/** What somebody who is elsewhere at the moment should come for. */
export const countForPlace = ({ notices, ...all }: Waiting) =>
  countBy([...notices, ...all.confirmations, ...all.joinRequests, ...all.phoneChanges, ...all.tickets])

/** How many notices ask for an answer in each. */
export const countNotices = ({ notices }: Waiting) => countBy(notices)

/** How much is new in the channels of each. */
export const countInChannels = ({ posts, proposals }: Waiting) => countBy([...posts, ...proposals])
