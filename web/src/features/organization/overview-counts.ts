import type { OrganizationId, OrganizationOverview, Waiting, WaitingHere } from '@kolosok/contract'

/** What is decided on pages of its own, as the menu beside them counts it. */
type Decided = Pick<Waiting, 'phoneChanges' | 'tickets' | 'messageReports' | 'statisticsReports'>

export type OverviewCounts = Readonly<Record<keyof WaitingHere | keyof Decided | 'groupsWithoutLead', number>>

type Given = {
  readonly organizationId: OrganizationId
  readonly overview: Pick<OrganizationOverview, 'groupsWithoutTeacher'>
  readonly here: WaitingHere
  readonly all: Decided
}

/** Whatever somebody has to see to in one organization. */
export function overviewCounts({ organizationId, overview, here, all }: Given): OverviewCounts {
  const decided = (what: keyof Decided): number =>
    all[what].find((one) => one.organizationId === organizationId)?.count ?? 0
  return {
    ...here,
    // Whoever has asked is counted with the requests.
    unconfirmedStaff: here.unconfirmedStaff > here.confirmations ? here.unconfirmedStaff : 0,
    groupsWithoutLead: overview.groupsWithoutTeacher,
    phoneChanges: decided('phoneChanges'),
    tickets: decided('tickets'),
    messageReports: decided('messageReports'),
    statisticsReports: decided('statisticsReports'),
  }
}
