import type { ChatId, OrganizationId, RulePartKind, StandardChat } from '@kolosok/contract'
import { recordAudit } from '#audit/index.ts'
import { members as texts } from '#locales/ru/members.ts'
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/new-id.ts'
import { insertStandardChat, listMissingStandardChats } from './standard.store.ts'

type Standard = {
  readonly title: string
  readonly parts: readonly RulePartKind[]
  readonly newcomersSee: 'all' | 'from-joining'
}

/** Besides «Педагоги», where the head meets the teachers. */
const standards: Record<StandardChat, Standard> = {
  deputies: { title: texts['standard.deputies'], parts: ['management'], newcomersSee: 'all' },
  committee: { title: texts['standard.committee'], parts: ['head', 'committee'], newcomersSee: 'from-joining' },
}

/** Makes those for which there is somebody now; the ids of the new ones. */
export async function ensureStandardChats(tx: Tx, organizationId: OrganizationId): Promise<ChatId[]> {
  const made: ChatId[] = []
  for (const standard of await listMissingStandardChats(tx, organizationId)) {
    const id = newId<ChatId>()
    await insertStandardChat(tx, { id, organizationId, standard, ...standards[standard] })
    // Nobody in particular made it.
    await recordAudit(tx, null, { organizationId, action: 'chat.created', subjectKind: 'chat', subjectId: id })
    made.push(id)
  }
  return made
}
