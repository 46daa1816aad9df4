import type { RegisteredCall, RegisteredChat } from '@kolosok/contract'
import { formatMoment } from '#lib/dates.ts'
import { t } from './texts.ts'

type Cell<Row> = {
  readonly key: string
  readonly title: string
  readonly width: number
  readonly cell: (row: Row) => string
}

/** As on screen, so in the workbook. */
export const chatCells: readonly Cell<RegisteredChat>[] = [
  { key: 'chat', title: t('chat'), width: 36, cell: ({ title }) => title },
  { key: 'binding', title: t('binding'), width: 18, cell: ({ binding }) => t(`binding.${binding}`) },
  { key: 'owner', title: t('owner'), width: 28, cell: ({ owner }) => (owner === '' ? t('owner.structure') : owner) },
  {
    key: 'members',
    title: t('members'),
    width: 30,
    cell: ({ members, staff }) => t('members.value', { count: members, staff }),
  },
  { key: 'state', title: t('state'), width: 14, cell: ({ isOpen }) => t(isOpen ? 'state.open' : 'state.closed') },
  {
    key: 'last',
    title: t('last'),
    width: 28,
    cell: ({ lastAt }) => (lastAt === null ? t('last.never') : formatMoment(lastAt)),
  },
]

export const callCells: readonly Cell<RegisteredCall>[] = [
  { key: 'chat', title: t('chat'), width: 36, cell: ({ chatTitle }) => chatTitle },
  { key: 'when', title: t('call.when'), width: 28, cell: ({ startedAt }) => formatMoment(startedAt) },
  {
    key: 'minutes',
    title: t('call.minutes'),
    width: 14,
    cell: ({ minutes }) => (minutes === null ? t('call.going') : t('call.minutes.value', { minutes })),
  },
  { key: 'started', title: t('call.started'), width: 26, cell: ({ startedBy }) => startedBy },
  {
    key: 'people',
    title: t('call.people'),
    width: 60,
    cell: ({ people }) => (people.length === 0 ? t('call.nobody') : people.join(', ')),
  },
]
