import type { OrganizationId } from '@kolosok/contract'
import type { ClearedChat } from '#chats/index.ts'

type Where = Pick<ClearedChat, 'kind' | 'organizationId'>

/** When two people talk alone, and for how long, is no office's business: such a call stands in no one's journal. */
export const journalOf = ({ kind, organizationId }: Where): OrganizationId | null =>
  kind === 'direct' ? null : organizationId
