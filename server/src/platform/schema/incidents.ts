import type { AccountId, IncidentId, OrganizationId } from '@kolosok/contract'
import type { ColumnType, Generated } from 'kysely'

type Optional<T> = ColumnType<T | null, T | null | undefined, T | null>

export type IncidentsSchema = {
  incident: {
    id: IncidentId
    organization_id: Optional<OrganizationId>
    noticed_at: Date
    happened: string
    data: string
    people: string
    cause: string
    harm: string
    measures: string
    contact: string
    culprits: string
    notified_at: Optional<Date>
    reported_at: Optional<Date>
    result: Generated<string>
    closed_at: Optional<Date>
    rev: Generated<number>
    entered_by: AccountId
    created_at: Date
  }
}
