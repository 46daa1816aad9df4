import type { ConsentPurpose } from '@kolosok/contract'
import type { CountedPurpose } from './purpose.store.ts'

export const presentPurpose = (row: CountedPurpose): ConsentPurpose => {
  const { organizationId: _, writtenAt, given, refused, waiting, ...purpose } = row
  return { ...purpose, writtenAt: writtenAt.toISOString(), counts: { given, refused, waiting } }
}
