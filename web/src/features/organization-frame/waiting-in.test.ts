import type { OrganizationId } from '@kolosok/contract'
import { expect, test } from 'vitest'
import { waitingIn } from './waiting-in.ts'

const [here, elsewhere] = ['here', 'elsewhere'] as OrganizationId[]
const none = {
  joinRequests: [],
  confirmations: [],
  phoneChanges: [],
  tickets: [],
  messageReports: [],
  statisticsReports: [],
}

test('a count stands beside the page on which it is decided, of this organization only', () => {
  const waiting = {
    ...none,
    phoneChanges: [{ organizationId: here as OrganizationId, count: 1 }],
    joinRequests: [
      { organizationId: elsewhere as OrganizationId, count: 7 },
      { organizationId: here as OrganizationId, count: 2 },
    ],
    tickets: [{ organizationId: elsewhere as OrganizationId, count: 3 }],
  }
  expect([...waitingIn(waiting, here as OrganizationId)]).toEqual([
    ['/o/$code/requests', 2],
    ['/o/$code/phones', 1],
  ])
})
