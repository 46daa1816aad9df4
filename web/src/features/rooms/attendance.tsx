import type { Attendance } from '@kolosok/contract'
import { Badge, Button, Group, Modal, Skeleton, Stack, Text } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import { formatTime } from '#lib/dates.ts'
import { Face } from '#ui/face.tsx'
import { formatDuration } from './duration.tsx'
import { t } from './texts.ts'

type People = Attendance['people']
type Listing = { readonly people: People; readonly guests?: Attendance['guests'] }
type Query = Pick<UseQueryResult<Listing>, 'data' | 'isError' | 'refetch'>
type Props = { readonly query: Query; readonly isOpen: boolean; readonly onClose: () => void }

/** Who was there, from when to when. */
export function AttendanceDialog({ query, isOpen, onClose }: Props) {
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t('attendance.title')}
      zIndex={400}
      closeButtonProps={{ 'aria-label': t('over.close') }}
    >
      <Listed query={query} />
    </Modal>
  )
}

function Listed({ query: { data, isError, refetch } }: { query: Query }) {
  if (isError) {
    return (
      <Stack role="alert" align="flex-start">
        <Text>{t('attendance.failed')}</Text>
        <Button variant="light" onClick={() => void refetch()}>
          {t('attendance.retry')}
        </Button>
      </Stack>
    )
  }
  if (!data) {
    return (
      <Stack aria-label={t('attendance.loading')} role="status">
        <Skeleton h={44} />
        <Skeleton h={44} />
      </Stack>
    )
  }
  const { people, guests = [] } = data
  if (people.length + guests.length === 0) return <Text>{t('attendance.empty')}</Text>
  return (
    <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
      {people.map((person) => (
        <PersonRow key={person.accountId} id={person.accountId} label={person.label} person={person} />
      ))}
      {guests.map((guest) => (
        <PersonRow key={guest.id} id={guest.id} label={t('guest')} person={guest} />
      ))}
    </Stack>
  )
}

type RowProps = {
  readonly id: string
  readonly label: string
  readonly person: Omit<People[number], 'accountId' | 'label'>
}

function PersonRow({ id, label, person }: RowProps) {
  const isHere = person.visits.some(({ leftAt }) => leftAt === null)
  return (
    <Group component="li" wrap="nowrap" align="flex-start" data-person={id}>
      <Face name={person.name} size={36} />
      <div style={{ flex: 1 }}>
        <Text fw={600}>{person.name}</Text>
        {label !== '' && (
          <Text size="sm" c="dimmed">
            {label}
          </Text>
        )}
        <Text size="sm" c="dimmed">
          {person.visits.map(formatVisit).join(', ')}
        </Text>
        {isHere && <Badge variant="light">{t('attendance.going')}</Badge>}
        {person.isRemoved && (
          <Badge variant="light" color="red">
            {t('attendance.removed')}
          </Badge>
        )}
      </div>
      <Text style={{ fontVariantNumeric: 'tabular-nums' }}>{formatDuration(person.seconds)}</Text>
    </Group>
  )
}

function formatVisit({ joinedAt, leftAt }: People[number]['visits'][number]): string {
  const from = formatTime(joinedAt)
  return leftAt ? t('attendance.visit', { from, until: formatTime(leftAt) }) : t('attendance.visit.open', { from })
}
