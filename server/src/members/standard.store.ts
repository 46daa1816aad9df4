import type { AccountId, ChatId, OrganizationId, RulePartKind, StandardChat } from '@kolosok/contract'
import { type Db, runSql, type Tx } from '#platform/db.ts'

// There is a head, and somebody to talk to.
const MISSING = `
  select head.organization_id as "organizationId", head.account_id as "headId", s.standard
  from membership head cross join (values ('deputies'), ('committee')) s (standard)
  where head.is_head and head.ended_at is null and ($1::uuid is null or head.organization_id = $1)
    and not exists (select from chat where organization_id = head.organization_id and standard = s.standard)
    and case s.standard
      when 'deputies' then exists (
        select from membership
        where organization_id = head.organization_id and role = 'management' and not is_head and ended_at is null)
      else exists (select from chat_rule_members(head.organization_id, 'committee', '{}', '{}')) end`

type Missing = {
  readonly organizationId: OrganizationId
  readonly headId: AccountId
  readonly standard: StandardChat
}

export async function listMissingStandardChats(db: Db, organizationId: OrganizationId): Promise<StandardChat[]> {
  const rows = await runSql<Missing>(db, MISSING, [organizationId])
  return rows.map(({ standard }) => standard)
}

export type WithoutStandardChats = Omit<Missing, 'standard'>

/** Every organization that lacks at least one, once. */
export async function listWithoutStandardChats(db: Db): Promise<WithoutStandardChats[]> {
  const rows = await runSql<Missing>(db, MISSING, [null])
  return [...new Map(rows.map((row) => [row.organizationId, row])).values()]
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
