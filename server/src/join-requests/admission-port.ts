import type { AccountId, InvitationId, OrganizationId } from '@kolosok/contract'
import type { StructurePort } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { AfterCommit, Tx } from '#platform/db.ts'

type Admitted = {
  readonly organizationId: OrganizationId
  readonly accountId: AccountId
  readonly invitationId: InvitationId
}

/** What follows an accepted request: the structure's own, and the chat by whose link somebody asked. */
export type AdmissionPort = StructurePort & {
  readonly admitted: (tx: Tx, actor: Actor, admitted: Admitted, afterCommit: AfterCommit) => Promise<void>
}
