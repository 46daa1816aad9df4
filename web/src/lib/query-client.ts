import { QueryClient } from '@tanstack/react-query'
import { ApiProblem } from './api.ts'

/** What the server refused is not asked for again; what did not reach it is, with growing pauses. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (failures, error) => !(error instanceof ApiProblem && error.body.status < 500) && failures < 3,
      staleTime: 30_000,
    },
  },
})
