import { waitingEndpoints } from '@kolosok/contract'
import { queryOptions } from '@tanstack/react-query'
import { call } from './api.ts'

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
        'meetings',
        'broadcasts',
        'notices',
        'consents',
        'tickets',
        'statistics-reports',
        'message-reports',
        'applications',
        'account',
        'devices',
      ],
    },
  })
