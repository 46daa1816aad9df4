import type { GroupId, MembershipId } from '@kolosok/contract'
import { invalidFields } from '#platform/app-error.ts'
import type { Estate } from './estate.ts'

export type Handover = {
  readonly groups: readonly { readonly groupId: GroupId; readonly to: MembershipId }[]
  readonly chatsTo: MembershipId | null
  /** Null: the links are revoked. */
  readonly linksTo: MembershipId | null
}

/**
 * Nothing stays behind without an owner, and nothing goes to somebody it can't go to; every gap is named at once.
 * Answers with what was looked at and nothing besides: a group that somebody else leads goes to nobody.
 */
export function checkHandover(estate: Estate, { groups, chatsTo, linksTo }: Handover): Handover {
  const refused: Record<string, string> = {}
  const checked = estate.groups.flatMap(({ id, candidates }) => {
    const to = groups.find(({ groupId }) => groupId === id)?.to
    if (to === undefined) refused[`groups/${id}`] = 'required'
    else if (!candidates.includes(to)) refused[`groups/${id}`] = 'not-a-candidate'
    return to === undefined ? [] : [{ groupId: id, to }]
  })
  if (estate.chats.length > 0 && chatsTo === null) refused['chatsTo'] = 'required'
  // Also where there is none yet: one may be made in this very moment.
  if (chatsTo !== null && !estate.chatCandidates.includes(chatsTo)) refused['chatsTo'] = 'not-a-candidate'
  if (linksTo !== null && !estate.linkCandidates.includes(linksTo)) refused['linksTo'] = 'not-a-candidate'
  if (Object.keys(refused).length > 0) throw invalidFields(refused)
  return { groups: checked, chatsTo, linksTo }
}
