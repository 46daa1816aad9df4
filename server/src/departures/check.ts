import type { GroupId, MembershipId } from '@kolosok/contract'
import { invalidFields } from '#platform/app-error.ts'
import type { Estate } from './estate.ts'

export type Handover = {
  readonly groups: readonly { readonly groupId: GroupId; readonly to: MembershipId }[]
  readonly chatsTo: MembershipId | null
  /** Null: the links are revoked. */
  readonly linksTo: MembershipId | null
}

/** Nothing stays behind without an owner, and nothing goes to somebody it can't go to; every gap is named at once. */
export function checkHandover(estate: Estate, { groups, chatsTo, linksTo }: Handover): void {
  const refused: Record<string, string> = {}
  for (const { id, candidates } of estate.groups) {
    const to = groups.find(({ groupId }) => groupId === id)?.to
    if (to === undefined) refused[`groups/${id}`] = 'required'
    else if (!candidates.includes(to)) refused[`groups/${id}`] = 'not-a-candidate'
  }
  if (estate.chats.length > 0) {
    if (chatsTo === null) refused['chatsTo'] = 'required'
    else if (!estate.chatCandidates.includes(chatsTo)) refused['chatsTo'] = 'not-a-candidate'
  }
  if (linksTo !== null && !estate.linkCandidates.includes(linksTo)) refused['linksTo'] = 'not-a-candidate'
  if (Object.keys(refused).length > 0) throw invalidFields(refused)
}
