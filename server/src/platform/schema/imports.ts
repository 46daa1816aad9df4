import type {
  AccountId,
  ChildId,
  ColumnMeaning,
  GroupId,
  ImportId,
  ImportKind,
  ImportState,
  InvitationId,
  OrganizationId,
} from '@kolosok/contract'
import type { ColumnType, Generated } from 'kysely'

type Optional<T> = ColumnType<T | null, T | null | undefined, T | null>

export type ImportsSchema = {
  import: {
    id: ImportId
    organization_id: OrganizationId
    name: Generated<string>
    kind: Generated<ImportKind>
    state: Generated<ImportState>
    cells: ColumnType<string[][], string, string>
    heading_lines: number
    titles: string[]
    meanings: ColumnMeaning[]
    skipped: Generated<number[]>
    namesakes: Generated<number[]>
    doubtful: Generated<number[]>
    created_at: Generated<Date>
    created_by: AccountId
    applied_at: Optional<Date>
    undone_at: Optional<Date>
    made_groups: Generated<GroupId[]>
    made_children: Generated<ChildId[]>
    made_invitations: Generated<InvitationId[]>
  }
  guardian_contact: {
    child_id: ChildId
    place: number
    name: string
    phone: Generated<string>
    email: Generated<string>
  }
}
