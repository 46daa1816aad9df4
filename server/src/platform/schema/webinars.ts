import type {
  AccountId,
  MembershipId,
  OrganizationId,
  RegistrationState,
  WebinarId,
  WebinarKind,
  WebinarRole,
} from '@kolosok/contract'
import type { ColumnType, Generated } from 'kysely'

type Optional<T> = ColumnType<T | null, T | null | undefined, T | null>
type Computed<T> = ColumnType<T, never, never>

export type WebinarsSchema = {
  webinar: {
    id: WebinarId
    announced_by: AccountId
    title: string
    about: Generated<string>
    speaker: Generated<string>
    kind: WebinarKind
    place: Generated<string>
    starts_at: Date
    ends_at: Date
    time_zone: string
    roles: WebinarRole[]
    seats: Optional<number>
    state: Generated<'draft' | 'published' | 'cancelled'>
    word: Generated<string>
    rev: Generated<number>
    told_rev: Generated<number>
    created_at: Generated<Date>
    day_reminder_at: Optional<Date>
    hour_reminder_at: Optional<Date>
    gives_certificate: Generated<boolean>
  }
  /** A view: whom a webinar is for now, once for each membership. */
  webinar_audience: {
    webinar_id: Computed<WebinarId>
    account_id: Computed<AccountId>
    membership_id: Computed<MembershipId>
    organization_id: Computed<OrganizationId>
  }
  webinar_registration: {
    webinar_id: WebinarId
    account_id: AccountId
    name: string
    state: RegistrationState
    asked_at: Date
    attended: Optional<boolean>
  }
  certificate: {
    number: string
    webinar_id: WebinarId
    account_id: AccountId
    name: string
    organization: string
    title: string
    kind: WebinarKind
    held_on: string
    minutes: number
    issued_at: Date
    revoked_at: Optional<Date>
  }
  /** A view: registrations of those a webinar is for now. */
  webinar_attendee: {
    webinar_id: Computed<WebinarId>
    account_id: Computed<AccountId>
    name: Computed<string>
    state: Computed<RegistrationState>
    asked_at: Computed<Date>
  }
}
