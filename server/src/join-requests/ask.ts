import type { GroupId, JoinRequestId, NewJoinRequest, OwnJoinRequest } from '@kolosok/contract'
import { recordAudit } from '#audit/index.ts'
import { recordConsents } from '#consents/index.ts'
import { findName, getHeld, type HeldInvitation, nameAccount, requireOpen } from '#invitations/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError, invalidFields } from '#platform/app-error.ts'
import { publishStale } from '#platform/bus.ts'
import type { Context } from '#platform/context.ts'
import { transact, type Tx } from '#platform/db.ts'
import { accessRequest } from './access.ts'
import { countLook } from './find.ts'
import { findByCode, type Found, hasGroup } from './find.store.ts'
import { findOwner, getOwnRequest, listOwnRequests } from './own.store.ts'
import { countOwnWaiting, insertRequest, listDeciders, lockAsker, lockRequest, settleRequest } from './store.ts'

/** At once, of one person: two children here, a second organization, and some more. */
const MOST_WAITING = 5

type Asked = { readonly id: JoinRequestId; readonly address: string; readonly request: NewJoinRequest }

export async function askToJoin(context: Context, actor: Actor, asked: Asked): Promise<OwnJoinRequest> {
  const { id, address, request } = asked
  // By itself: a code that nobody has undoes what follows, and has been looked for all the same.
  if ((await findOwner(context.db, id)) === undefined) {
    await transact(context.db, (tx) => countLook(context, tx, { actor, address }))
  }
  return transact(context.db, async (tx, afterCommit) => {
    await lockAsker(tx, actor.accountId)
    const owner = await findOwner(tx, id)
    if (owner !== undefined && owner !== actor.accountId) throw new AppError('not-found')
    if (owner !== undefined) return getOwnRequest(tx, id)

    const organization = await findByCode(tx, request.code)
    if (!organization) throw new AppError('not-found')
    const link = await findLink(context, tx, organization, request)
    const groupId = groupOf(request, link)
    if (groupId !== null && !hasGroup(organization, groupId)) throw invalidFields({ groupId: 'unknown-group' })
    if ((await countOwnWaiting(tx, actor.accountId)) >= MOST_WAITING) throw new AppError('too-many-join-requests')

    const organizationId = organization.id
    await recordConsents(tx, actor, { organizationId, role: request.role, given: request.consents })
    await nameAccount(tx, actor.accountId, request)
    await insertRequest(tx, {
      id,
      organizationId,
      accountId: actor.accountId,
      ...wordsOf(request),
      groupId,
      invitationId: link?.id ?? null,
      at: context.clock(),
    })
    const subject = { subjectKind: 'join-request', subjectId: id } as const
    await recordAudit(tx, actor, { organizationId, action: 'join-request.made', ...subject })
    const deciders = await listDeciders(tx, organizationId, groupId)
    afterCommit(() => {
      publishStale(context.bus, [...deciders, actor.accountId], 'join-requests')
    })
    return getOwnRequest(tx, id)
  })
}

/** A group's link asks for that group, whatever was chosen. */
function groupOf(request: NewJoinRequest, link: HeldInvitation | null): GroupId | null {
  return request.role === 'parent' ? (link?.groups[0]?.id ?? request.groupId) : null
}

function wordsOf(request: NewJoinRequest) {
  const empty = { childName: '', label: '', position: '' }
  const { role, word } = request
  return request.role === 'parent'
    ? { ...empty, role, word, childName: request.childName, label: request.label }
    : { ...empty, role, word, position: request.position }
}

/** The link of a chat that led here: still open, and of this organization. */
async function findLink(
  context: Context,
  tx: Tx,
  organization: Found,
  request: NewJoinRequest,
): Promise<HeldInvitation | null> {
  if (request.role !== 'parent' || request.via === undefined) return null
  const link = await getHeld(context, tx, request.via)
  if (link.kind !== 'chat' || link.organizationId !== organization.id) throw new AppError('not-found')
  requireOpen(link)
  return link
}

export async function getOwnRequests({ db }: Context, actor: Actor) {
  const [requests, name] = await Promise.all([listOwnRequests(db, actor.accountId), findName(db, actor.accountId)])
  return { requests, name }
}

export async function withdrawRequest(context: Context, actor: Actor, id: JoinRequestId): Promise<OwnJoinRequest> {
  return transact(context.db, async (tx, afterCommit) => {
    await lockRequest(tx, id)
    const { state, organizationId, groupId } = await accessRequest(tx, actor, { id }, 'withdraw')
    if (state === 'requested') {
      const decided = { state: 'withdrawn', reason: '', at: context.clock(), by: actor.accountId } as const
      await settleRequest(tx, id, decided)
      const subject = { subjectKind: 'join-request', subjectId: id } as const
      await recordAudit(tx, actor, { organizationId, action: 'join-request.withdrawn', ...subject })
      const deciders = await listDeciders(tx, organizationId, groupId)
      afterCommit(() => {
        publishStale(context.bus, [...deciders, actor.accountId], 'join-requests')
      })
    }
    return getOwnRequest(tx, id)
  })
}
