import type { Topic } from '@kolosok/contract'
import { type Query, QueryClient } from '@tanstack/react-query'
import { ApiProblem } from './api.ts'

declare module '@tanstack/react-query' {
  interface Register {
    queryMeta: {
      /** What the server may call stale (`stale` frames): the query is then asked again. */
      topics?: readonly Topic[]
      /** The answer is kept on this device, for a start without network. */
      isKept?: boolean
    }
  }
}

/** What the server refused is not asked for again; what did not reach it is, with growing pauses. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (failures, error) => !(error instanceof ApiProblem && error.body.status < 500) && failures < 3,
      staleTime: 30_000,
    },
  },
})

/** Asks again for everything that shows one of these topics. */
export function refetchTopics(client: QueryClient, topics: readonly Topic[]): void {
  askAgain(client, ({ meta }) => topics.some((topic) => meta?.topics?.includes(topic)))
}

/** Asks again for everything the socket tells about: of what happened before it was there it says nothing. */
export function refetchHeard(client: QueryClient): void {
  askAgain(client, ({ meta }) => meta?.topics !== undefined)
}

function askAgain(client: QueryClient, isMeant: (query: Query) => boolean): void {
  // A first load that is under way is not begun anew by the library, though it may be answered from before the news.
  const begun = client.getQueryCache().findAll({ predicate: isMeant, fetchStatus: 'fetching' })
  for (const query of begun.filter(({ state }) => state.data === undefined)) {
    const again = () => client.invalidateQueries({ queryKey: query.queryKey, exact: true })
    void query.promise?.then(again, again)
  }
  void client.invalidateQueries({ predicate: isMeant })
}
