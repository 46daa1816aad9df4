import type { ChildId, GroupId, JoinRequest, JoinRequestId, OrganizationId } from '@kolosok/contract'
import { recordAudit } from '#audit/index.ts'
import { accessChild, addGuardian, listOwners, takeChildrenIn } from '#children/index.ts'
import { accessGroup } from '#groups/index.ts'
import { createMembership } from '#memberships/index.ts'
import { getStaffGroupId, lockOrganization } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError, invalidFields } from '#platform/app-error.ts'
import { publishStale } from '#platform/bus.ts'
import type { Context } from '#platform/context.ts'
import { type AfterCommit, transact, type Tx } from '#platform/db.ts'
import type { AdmissionPort } from './admission-port.ts'
import { accessRequest, type ClearedRequest } from './access.ts'
import { getJoinRequest } from './queue.ts'
import { listDeciders, lockRequest, settleRequest } from './store.ts'
import { tellAsker } from './tell-asker.ts'

type Where = { readonly organizationId: OrganizationId; readonly joinRequestId: JoinRequestId }
type Child = {
  readonly childId?: ChildId | undefined
  readonly newChild?: { readonly id: ChildId; readonly name: string; readonly groupId: GroupId } | undefined
}

export async function acceptRequest(
  context: Context,
  structure: AdmissionPort,
  actor: Actor,
  { childId, newChild, ...where }: Where & Child,
): Promise<JoinRequest> {
  return decide(context, actor, { ...where, reason: '' }, 'accept', async (tx, request, afterCommit) => {
    const { organizationId, accountId, role, position, label } = request
    if (role === 'parent' && (childId === undefined) === (newChild === undefined)) {
      throw invalidFields({ childId: 'required' })
    }
    const groupIds: GroupId[] = []
    const { id: membershipId } = await createMembership(tx, actor, { organizationId, accountId, role, position })
    if (role === 'teacher') groupIds.push(await getStaffGroupId(tx, organizationId))
    else {
      const child = await findOrMake(tx, actor, organizationId, { childId, newChild })
      await addGuardian(tx, actor, { organizationId, childId: child.id, membershipId, label })
      groupIds.push(...child.groupIds)
    }
    await structure.changed(tx, actor, { organizationId, groupIds }, afterCommit)
    const { invitationId } = request
    if (invitationId) await structure.admitted(tx, actor, { organizationId, accountId, invitationId }, afterCommit)
  })
}

export const refuseRequest = (context: Context, actor: Actor, given: Where & { readonly reason: string }) =>
  decide(context, actor, given, 'refuse', () => Promise.resolve())

/** A child whose guardians the one who decides may invite: a teacher's own groups' only. */
async function findOrMake(
  tx: Tx,
  actor: Actor,
  organizationId: OrganizationId,
  { childId, newChild }: Child,
): Promise<{ id: ChildId; groupIds: readonly GroupId[] }> {
  if (newChild) {
    const group = await accessGroup(tx, actor, newChild.groupId, 'decideRequests')
    if (group.organizationId !== organizationId || group.kind === 'staff')
      throw invalidFields({ newChild: 'unknown-group' })
    if ((await listOwners(tx, [newChild.id])).length > 0) throw invalidFields({ 'newChild/id': 'taken' })
    await takeChildrenIn(tx, actor, organizationId, [newChild])
    return { id: newChild.id, groupIds: [newChild.groupId] }
  }
  const child = await accessChild(tx, actor, childId as ChildId, 'invite')
  if (child.organizationId !== organizationId) throw new AppError('not-found')
  return child
}

const outcome = { accept: 'accepted', refuse: 'refused' } as const
type Work = (tx: Tx, request: ClearedRequest, afterCommit: AfterCommit) => Promise<void>

/** One at a time; the same again changes nothing; the asker hears of it. */
async function decide(
  context: Context,
  actor: Actor,
  { organizationId, joinRequestId: id, reason }: Where & { readonly reason: string },
  action: keyof typeof outcome,
  work: Work,
): Promise<JoinRequest> {
  return transact(context.db, async (tx, afterCommit) => {
    await lockRequest(tx, id)
    await lockOrganization(tx, organizationId)
    const request = await accessRequest(tx, actor, { id, organizationId }, action)
    if (request.state === 'requested') {
      const state = outcome[action]
      await settleRequest(tx, id, { state, reason, at: context.clock(), by: actor.accountId })
      await work(tx, request, afterCommit)
      const entry = { organizationId, subjectKind: 'join-request', subjectId: id } as const
      await recordAudit(tx, actor, { ...entry, action: `join-request.${state}` })
      await tellAsker(context, tx, request, state, reason)
      const deciders = await listDeciders(tx, organizationId, request.groupId)
      afterCommit(() => {
        publishStale(context.bus, [...new Set([...deciders, actor.accountId])], 'join-requests', 'structure')
        publishStale(context.bus, [request.accountId], 'join-requests', 'account', 'structure')
      })
    }
    return getJoinRequest(tx, actor, { organizationId, id })
  })
}
