import type {
  RegisteredAudience,
  RegisteredBroadcast,
  RegisteredCall,
  RegisteredChat,
  RegisteredMeeting,
} from '@kolosok/contract'
import { audienceName } from '#features/audience/index.ts'
import { formatMoment } from '#lib/dates.ts'
import { t } from './texts.ts'

export type Cell<Row> = {
  readonly key: string
  readonly title: string
  readonly width: number
  readonly cell: (row: Row) => string
}

const namesOf = (people: readonly string[]) => (people.length === 0 ? t('call.nobody') : people.join(', '))

const audienceOf = ({ kind, groups }: RegisteredAudience) => {
  if (groups.length > 0) return groups.join(', ')
  return kind === null ? t('audience.chosen') : audienceName(kind)
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
    cell: ({ people }) => namesOf(people),
  },
]

export const meetingCells: readonly Cell<RegisteredMeeting>[] = [
  { key: 'meeting', title: t('meeting'), width: 36, cell: ({ title }) => title },
  { key: 'when', title: t('call.when'), width: 28, cell: ({ startsAt }) => formatMoment(startsAt) },
  {
    key: 'kind',
    title: t('meeting.kind'),
    width: 20,
    cell: ({ kind, isCancelled }) => t(isCancelled ? 'cancelled' : `meeting.kind.${kind}`),
  },
  {
    key: 'minutes',
    title: t('meeting.minutes'),
    width: 18,
    cell: ({ minutes }) => t('call.minutes.value', { minutes }),
  },
  { key: 'organizer', title: t('meeting.organizer'), width: 26, cell: ({ organizer }) => organizer },
  { key: 'audience', title: t('audience'), width: 36, cell: ({ audience }) => audienceOf(audience) },
  { key: 'people', title: t('meeting.people'), width: 60, cell: ({ people }) => namesOf(people) },
]

export const broadcastCells: readonly Cell<RegisteredBroadcast>[] = [
  { key: 'broadcast', title: t('broadcast'), width: 36, cell: ({ title }) => title },
  { key: 'when', title: t('call.when'), width: 28, cell: ({ plannedAt }) => formatMoment(plannedAt) },
  {
    key: 'minutes',
    title: t('broadcast.minutes'),
    width: 16,
    cell: ({ state, minutes }) => {
      if (state === 'cancelled') return t('cancelled')
      return minutes === null ? t('call.going') : t('call.minutes.value', { minutes })
    },
  },
  { key: 'host', title: t('broadcast.host'), width: 26, cell: ({ host }) => host },
  { key: 'audience', title: t('audience'), width: 36, cell: ({ audience }) => audienceOf(audience) },
  {
    key: 'viewers',
    title: t('broadcast.viewers'),
    width: 30,
    cell: ({ watched, peak }) => t('broadcast.viewers.value', { watched, peak }),
  },
]
