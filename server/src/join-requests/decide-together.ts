import type { ChildId, GroupId, JoinRequestId, JoinRequestsDecided, OrganizationId } from '@kolosok/contract'
import { accessOrganization } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import type { Context } from '#platform/context.ts'
import type { AdmissionPort } from './admission-port.ts'
import { acceptRequest, refuseRequest } from './decide.ts'

type Accepted = {
  readonly id: JoinRequestId
  readonly childId?: ChildId | undefined
  readonly newChild?: { readonly id: ChildId; readonly name: string; readonly groupId: GroupId } | undefined
}
type Decision =
  | { readonly decision: 'accept'; readonly requests: readonly Accepted[] }
  | { readonly decision: 'refuse'; readonly joinRequestIds: readonly JoinRequestId[]; readonly reason: string }
type Left = JoinRequestsDecided['left'][number]

/** One after another, each in a transaction of its own: nobody waits for the one that can't be decided. */
export async function decideTogether(
  context: Context,
  structure: AdmissionPort,
  actor: Actor,
  { organizationId, ...given }: Decision & { readonly organizationId: OrganizationId },
): Promise<JoinRequestsDecided> {
  await accessOrganization(context.db, actor, organizationId, 'seePages')
  const works = new Map<JoinRequestId, () => Promise<unknown>>(
    given.decision === 'accept'
      ? given.requests.map(({ id, ...child }) => [
          id,
          () => acceptRequest(context, structure, actor, { organizationId, joinRequestId: id, ...child }),
        ])
      : given.joinRequestIds.map((id) => [
          id,
          () => refuseRequest(context, actor, { organizationId, joinRequestId: id, reason: given.reason }),
        ]),
  )
  const done: JoinRequestId[] = []
  const left: Left[] = []
  for (const [id, work] of works) {
    const code = await work().then(() => undefined, whyLeft)
    if (code === undefined) done.push(id)
    else left.push({ id, code })
  }
  return { done, left }
}

const reasons = ['not-found', 'forbidden', 'join-request-decided', 'child-left', 'group-archived'] as const

function whyLeft(error: unknown): Left['code'] {
  if (!(error instanceof AppError)) throw error
  // A parent without a child, or with one that can't be made.
  if (error.code === 'invalid-request') return 'child-missing'
  const reason = reasons.find((one) => one === error.code)
  if (!reason) throw error
  return reason
}
