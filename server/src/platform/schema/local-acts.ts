import type {
  AccountId,
  LocalActAudience,
  LocalActEditionId,
  LocalActEvent,
  LocalActId,
  LocalActKind,
  LocalActPaper,
  LocalActSection,
  NoticeId,
  OrganizationId,
} from '@kolosok/contract'
import type { ColumnType, Generated } from 'kysely'

type Json<T> = ColumnType<T, string, string>
type OptionalJson<T> = ColumnType<T | null, string | null | undefined, string | null>
/** A day comes as text, and is given as text. */
type Day = ColumnType<string | null, string | null | undefined, string | null>

export type LocalActsSchema = {
  local_act: { id: LocalActId; organization_id: OrganizationId; kind: LocalActKind }
  local_act_edition: {
    id: LocalActEditionId
    local_act_id: LocalActId
    number: number
    title: string
    audience: LocalActAudience
    hears_parents: boolean
    sections: Json<LocalActSection[]>
    adopted: OptionalJson<LocalActPaper>
    heard: OptionalJson<LocalActPaper>
    approved: OptionalJson<LocalActPaper>
    in_force_from: Day
    repealed: OptionalJson<LocalActPaper>
    repealed_from: Day
    repeal_word: Generated<string>
    rev: Generated<number>
    edited_by: AccountId
    edited_at: Date
  }
  local_act_event: {
    id: string
    edition_id: LocalActEditionId
    kind: LocalActEvent['kind']
    number: Generated<string>
    dated: Day
    is_correction: Generated<boolean>
    word: Generated<string>
    account_id: AccountId
    at: Date
  }
  local_act_notice: { notice_id: NoticeId; edition_id: LocalActEditionId }
}
