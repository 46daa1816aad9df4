import type { QueueSort, QueueState } from '@kolosok/contract'
import type { Column } from './records.tsx'
import { t } from './records-texts.ts'

/** How a queue stands at first: who waits longest, what was decided last. */
export const firstOrder = (state: QueueState): QueueSort => (state === 'requested' ? 'time' : '-time')

/** By which of its columns a queue can be put in order. */
export const queueOrders: Record<'name' | 'time', NonNullable<Column<unknown, QueueSort>['orders']>> = {
  name: { up: ['name', t('sort.names.up')], down: ['-name', t('sort.names.down')] },
  time: { up: ['time', t('sort.times.up')], down: ['-time', t('sort.times.down')] },
}
