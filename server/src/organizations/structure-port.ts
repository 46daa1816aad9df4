import type { AccountId, GroupId, OrganizationId } from '@kolosok/contract'
import type { Actor } from '#platform/actor.ts'
import type { AfterCommit, Tx } from '#platform/db.ts'

/** Who belongs to these groups has just changed, or one of them is new. */
type StructureChange = {
  readonly organizationId: OrganizationId
  readonly groupIds: readonly GroupId[]
  /** Those besides whose own place has changed: position, role, committee, being an administrator, a limit to one child. */
  readonly accountIds?: readonly AccountId[]
  /** The rules of who may write to whom have changed rather than anybody's place. */
  readonly isEverybody?: boolean
  readonly year?: YearChange
}

/** What a year's roll-over, or its undoing, does to the chats of groups besides. */
export type YearChange = {
  /** What was said there stays as an archive of this title; the group has a fresh chat. */
  readonly ended: readonly { readonly groupId: GroupId; readonly title: string }[]
  /** They go on, a year older, with whoever stays. */
  readonly began: readonly GroupId[]
  /** What was archived since is the group's chat again; what was said in the fresh one becomes the archive. */
  readonly reopened: readonly { readonly groupId: GroupId; readonly title: string; readonly since: Date }[]
}

/**
 * What follows the structure (the chats do) as seen from below: called at the end of the transaction
 * that changes it, so that both become visible together. `app.ts` wires who fulfils it.
 */
export type StructurePort = {
  readonly changed: (
    tx: Tx,
    actor: Pick<Actor, 'accountId'>,
    change: StructureChange,
    afterCommit: AfterCommit,
  ) => Promise<void>
}
