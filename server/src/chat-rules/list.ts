import type { BoundChat, OrganizationId, RulePart } from '@kolosok/contract'
import type { ChatContext } from '#chats/index.ts'
import { accessOrganization } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import { listBoundChats, listGroupsForRules, listPositions, previewMembers } from './store.ts'

export async function getBoundChats({ db }: ChatContext, actor: Actor, organizationId: OrganizationId) {
  await accessOrganization(db, actor, organizationId, 'manageChats')
  const [chats, groups, positions] = await Promise.all([
    listBoundChats(db, actor.accountId, { organizationId }),
    listGroupsForRules(db, organizationId),
    listPositions(db, organizationId),
  ])
  return { chats: chats satisfies BoundChat[], groups, positions }
}

export async function previewRule(
  { db }: ChatContext,
  actor: Actor,
  { organizationId, parts }: { organizationId: OrganizationId; parts: readonly RulePart[] },
) {
  await accessOrganization(db, actor, organizationId, 'manageChats')
  return previewMembers(db, organizationId, parts)
}
