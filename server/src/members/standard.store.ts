import type { ChatId, OrganizationId, RulePartKind, StandardChat } from '@kolosok/contract'
import { type Db, runSql, type Tx } from '#platform/db.ts'

// There is a head, and somebody to talk to.
const MISSING = `
  select s.standard
  from (values ('deputies'), ('committee')) s (standard)
  where not exists (select from chat where organization_id = $1 and standard = s.standard)
    and exists (select from membership where organization_id = $1 and is_head and ended_at is null)
    and case s.standard
      when 'deputies' then exists (
        select from membership
        where organization_id = $1 and role = 'management' and not is_head and ended_at is null)
      else exists (select from chat_rule_members($1, 'committee', '{}', '{}')) end`

export async function listMissingStandardChats(db: Db, organizationId: OrganizationId): Promise<StandardChat[]> {
  const rows = await runSql<{ standard: StandardChat }>(db, MISSING, [organizationId])
  return rows.map(({ standard }) => standard)
}

type Standard = {
  readonly id: ChatId
  readonly organizationId: OrganizationId
  readonly standard: StandardChat
  readonly title: string
  readonly parts: readonly RulePartKind[]
  readonly newcomersSee: 'all' | 'from-joining'
}

export async function insertStandardChat(tx: Tx, chat: Standard): Promise<void> {
  const { id, organizationId, standard, title, parts, newcomersSee } = chat
  await tx
    .insertInto('chat')
    .values({
      id,
      organization_id: organizationId,
      kind: 'group',
      bound_to: 'rule',
      standard,
      title,
      newcomers_see: newcomersSee,
    })
    .execute()
  await tx
    .insertInto('chat_rule_part')
    .values(parts.map((kind, place) => ({ chat_id: id, place, kind })))
    .execute()
}
