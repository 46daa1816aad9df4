import type { AccountId, FileId, GroupId, MaterialFolderId, MaterialId, OrganizationId } from '@kolosok/contract'
import type { ColumnType, Generated } from 'kysely'

type Optional<T> = ColumnType<T | null, T | null | undefined, T | null>

export type MaterialsSchema = {
  material_folder: {
    id: MaterialFolderId
    organization_id: OrganizationId
    group_id: Optional<GroupId>
    programme: Generated<string>
    title: string
    place: number
    created_at: Generated<Date>
    deleted_at: Optional<Date>
  }
  material: {
    id: MaterialId
    folder_id: MaterialFolderId
    title: string
    note: Generated<string>
    link: Optional<string>
    version: Generated<number>
    place: number
    rev: Generated<number>
    added_by: AccountId
    changed_at: Date
    deleted_at: Optional<Date>
  }
  material_version: {
    material_id: MaterialId
    number: number
    file_id: FileId
    added_by: AccountId
    added_at: Date
  }
}
