import type { OrganizationId } from '@kolosok/contract'
import { expect, test } from 'vitest'
import { overviewCounts } from './overview-counts.ts'

const [organizationId, elsewhere] = ['here', 'elsewhere'] as [OrganizationId, OrganizationId]
const here = { joinRequests: 1, confirmations: 2, unconfirmedStaff: 2, childrenWithoutGuardian: 0, unclaimedLinks: 0 }

test('the overview names all that waits here: what is decided on other pages, too, and nothing twice', () => {
  const all = {
    phoneChanges: [],
    tickets: [
      { organizationId: elsewhere, count: 5 },
      { organizationId, count: 3 },
    ],
    messageReports: [{ organizationId, count: 4 }],
    statisticsReports: [{ organizationId: elsewhere, count: 1 }],
  }
  expect(overviewCounts({ organizationId, overview: { groupsWithoutTeacher: 1 }, here, all })).toEqual({
    ...here,
    unconfirmedStaff: 0,
    groupsWithoutLead: 1,
    phoneChanges: 0,
    tickets: 3,
    messageReports: 4,
    statisticsReports: 0,
  })
})
