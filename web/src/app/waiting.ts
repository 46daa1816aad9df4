import type { Waiting } from '@kolosok/contract'

export { waitingQuery } from '#lib/waiting.ts'

type Counted = Waiting['posts']

function countBy(all: Counted): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { organizationId, count } of all) counts[organizationId] = (counts[organizationId] ?? 0) + count
  return counts
}

const toDecide = (all: Waiting): Counted => [
  ...all.confirmations,
  ...all.joinRequests,
  ...all.phoneChanges,
  ...all.tickets,
  ...all.messageReports,
  ...all.statisticsReports,
]

/** How much of it is to be decided in each organization. */
export const countWaiting = (all: Waiting) => countBy(toDecide(all))

/** What somebody who is elsewhere at the moment should come for. */
export const countForPlace = (all: Waiting) =>
  countBy([...all.notices, ...all.meetings, ...all.tasks, ...all.consents, ...toDecide(all)])

/** How many notices and consents ask for an answer in each. */
export const countNotices = ({ notices, consents }: Waiting) => countBy([...notices, ...consents])

/** How many meetings ask whether one comes in each, and tasks of lessons wait. */
export const countMeetings = ({ meetings, tasks }: Waiting) => countBy([...meetings, ...tasks])

/** How much is new in the channels of each. */
export const countInChannels = ({ posts, proposals }: Waiting) => countBy([...posts, ...proposals])
