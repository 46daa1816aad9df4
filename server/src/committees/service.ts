import type { CommitteeCandidate, GroupId, MembershipId } from '@kolosok/contract'
import { recordAudit } from '#audit/index.ts'
import { accessGroup, lockStructureOf } from '#groups/index.ts'
import { finishStructureChange, type StructureContext } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import { transact } from '#platform/db.ts'
import { endInCommittee, insertInCommittee, listParents } from './store.ts'

type Answer = { readonly parents: CommitteeCandidate[] }

export async function getCommittee({ db }: StructureContext, actor: Actor, groupId: GroupId): Promise<Answer> {
  await accessGroup(db, actor, groupId, 'seeChildren')
  return { parents: await listParents(db, groupId) }
}

type Wanted = { readonly groupId: GroupId; readonly membershipId: MembershipId; readonly isIn: boolean }

/** Into the committee or out of it; doing either twice changes nothing. */
export async function setInCommittee(
  context: StructureContext,
  actor: Actor,
  { groupId, membershipId, isIn }: Wanted,
): Promise<Answer> {
  return transact(context.db, async (tx, afterCommit) => {
    // A child that is being moved away takes the parent along before us, or after.
    await lockStructureOf(tx, groupId)
    const { organizationId } = await accessGroup(tx, actor, groupId, 'markCommittee')
    const parent = (await listParents(tx, groupId)).find(({ person }) => person.membershipId === membershipId)
    if (!parent) throw new AppError('not-found')
    const place = { groupId, membershipId, at: context.clock() }
    const isChanged = await (isIn ? insertInCommittee(tx, place) : endInCommittee(tx, place))
    if (isChanged) {
      await recordAudit(tx, actor, {
        organizationId,
        action: isIn ? 'committee.marked' : 'committee.unmarked',
        subjectKind: 'membership',
        subjectId: membershipId,
        details: { groupId },
      })
      const accountIds = [parent.person.accountId]
      await finishStructureChange(context, tx, actor, { organizationId, groupIds: [groupId], accountIds }, afterCommit)
    }
    return { parents: await listParents(tx, groupId) }
  })
}
