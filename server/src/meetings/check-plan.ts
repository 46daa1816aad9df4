import type { AccountId, givenMeeting, MaterialFolderId, MeetingId, OrganizationId } from '@kolosok/contract'
import type { z } from 'zod'
import { accessChat } from '#chats/index.ts'
import { countOpenGroups, listTaught } from '#groups/index.ts'
import { accessFolder } from '#materials/index.ts'
import { accessOrganization } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError, invalidFields } from '#platform/app-error.ts'
import type { Tx } from '#platform/db.ts'
import { groupsOf } from './access.ts'
import { timesOn } from './occurrences.ts'
import { planningPolicy } from './policy.ts'
import { getPlace, listChatsOf } from './store.ts'
import { listReachable } from './write.store.ts'

type Place = { readonly organizationId: OrganizationId; readonly meetingId: MeetingId }
export type Given = Place & z.output<typeof givenMeeting>

const YEAR = 366 * 86_400_000

/** May it be planned so; and who those are that are invited one by one. */
export async function checkPlan(
  tx: Tx,
  actor: Actor,
  given: Given,
  now: Date,
): Promise<{ readonly accountIds: readonly AccountId[] }> {
  await checkRight(tx, actor, given)
  if (given.lesson?.folderId) await checkFolder(tx, actor, given.organizationId, given.lesson.folderId)
  const { organizationId, meetingId, membershipIds, audience } = given
  const people = await listReachable(tx, actor.accountId, { organizationId, meetingId, membershipIds })
  const { timeZone } = await getPlace(tx, organizationId)
  const { startsAt, endsAt } = timesOn(given.day, given, timeZone)
  const groupIds = audience?.groupIds ?? []
  const faults = {
    ...(endsAt <= now && { day: 'past' }),
    ...(startsAt.getTime() - now.getTime() > YEAR && { day: 'too-far' }),
    ...((await countOpenGroups(tx, organizationId, groupIds)) < groupIds.length && { audience: 'group-missing' }),
    ...(people.length < membershipIds.length && { membershipIds: 'not-a-contact' }),
  }
  if (Object.keys(faults).length > 0) throw invalidFields(faults)
  return { accountIds: [...new Set(people.map(({ accountId }) => accountId))] }
}

async function checkRight(
  tx: Tx,
  actor: Actor,
  { organizationId, meetingId, audience, chatIds }: Given,
): Promise<void> {
  const { roles } = await accessOrganization(tx, actor, organizationId, 'see')
  const own = new Set((await listTaught(tx, organizationId, actor.accountId)).map(({ id }) => id))
  const groupIds = audience?.groupIds ?? []
  const taught = groupIds.filter((id) => own.has(id)).length
  const verdict = planningPolicy.plan({ roles, groups: groupsOf(audience?.kind ?? null, groupIds.length, taught) })
  if (verdict !== 'allow') throw new AppError(verdict)
  // Whoever may call a chat may invite it; one that is invited already stays, whoever changes the meeting.
  const invited = new Set((await listChatsOf(tx, meetingId)).map(({ id }) => id))
  for (const chatId of chatIds) {
    if (invited.has(chatId)) continue
    const chat = await accessChat(tx, actor, chatId, 'call')
    if (chat.organizationId !== organizationId || chat.kind !== 'group') throw invalidFields({ chatIds: 'invalid' })
  }
}

/** Materials that whoever plans may read themselves; what its families read of them follows from the folder. */
async function checkFolder(tx: Tx, actor: Actor, organizationId: OrganizationId, id: MaterialFolderId): Promise<void> {
  const folder = await accessFolder(tx, actor, id, { action: 'see' })
  if (folder.organizationId !== organizationId) throw new AppError('not-found')
}
