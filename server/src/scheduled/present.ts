import type { ScheduledMessage } from '@kolosok/contract'
import type { StoredScheduled } from './store.ts'

export function presentScheduled({ authorId: _, sendAt, ...rest }: StoredScheduled): ScheduledMessage {
  return { ...rest, sendAt: sendAt.toISOString() }
}
