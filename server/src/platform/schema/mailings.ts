import type {
  AccountId,
  DeliveryReason,
  DeliveryState,
  GroupId,
  InvitationId,
  MailingId,
  MailingPurpose,
  OrganizationId,
  SendingWay,
} from '@kolosok/contract'
import type { ColumnType, Generated } from 'kysely'

type Optional<T> = ColumnType<T | null, T | null | undefined, T | null>

export type MailingsSchema = {
  mailing: {
    id: MailingId
    organization_id: OrganizationId
    group_id: Optional<GroupId>
    purpose: MailingPurpose
    created_at: Generated<Date>
    created_by: AccountId
    stopped_at: Optional<Date>
    starts_at: Optional<Date>
    is_awaited: Generated<boolean>
  }
  invitation_delivery: {
    mailing_id: MailingId
    place: number
    invitation_id: InvitationId
    way: SendingWay
    address: string
    state: Generated<DeliveryState | 'sending'>
    reason: Generated<DeliveryReason | ''>
    attempts: Generated<number>
    due_at: Date
    changed_at: Date
  }
}
