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
        'statistics-reports',
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

const toDecide = ({ confirmations, joinRequests, phoneChanges, tickets, statisticsReports }: Waiting): Counted => [
  ...confirmations,
  ...joinRequests,
  ...phoneChanges,
  ...tickets,
  ...statisticsReports,
]

/** How much of it is to be decided in each organization. */
export const countWaiting = (all: Waiting) => countBy(toDecide(all))

/** What somebody who is elsewhere at the moment should come for. */
export const countForPlace = (all: Waiting) => countBy([...all.notices, ...toDecide(all)])

/** How many notices ask for an answer in each. */
export const countNotices = ({ notices }: Waiting) => countBy(notices)

/** How much is new in the channels of each. */
export const countInChannels = ({ posts, proposals }: Waiting) => countBy([...posts, ...proposals])
