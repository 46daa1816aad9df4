import type { MessageId } from '@kolosok/contract'

/** A message somebody is led to. */
export type Place = { readonly id: MessageId; readonly seq: number }

export const isPlace = (at: unknown): at is Place =>
  typeof at === 'object' && at !== null && 'id' in at && 'seq' in at && typeof at.seq === 'number'
