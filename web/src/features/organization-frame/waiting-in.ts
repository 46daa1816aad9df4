import type { OrganizationId, Waiting } from '@kolosok/contract'

/** Which page shows what waits for a decision: whoever sees a count in the main menu finds here where it is. */
const pages = {
  joinRequests: '/o/$code/requests',
  confirmations: '/o/$code/confirmations',
  phoneChanges: '/o/$code/phones',
  tickets: '/o/$code/tickets',
  messageReports: '/o/$code/reported',
  statisticsReports: '/o/$code/statistics',
} as const satisfies Partial<Record<keyof Waiting, string>>

type What = keyof typeof pages

/** How much waits on each page of one organization; only where there is any. */
export function waitingIn(waiting: Pick<Waiting, What>, organizationId: OrganizationId): ReadonlyMap<string, number> {
  const whats = Object.keys(pages) as What[]
  return new Map(
    whats.flatMap((what) => {
      const here = waiting[what].find((one) => one.organizationId === organizationId)
      return here ? [[pages[what], here.count] as const] : []
    }),
  )
}
