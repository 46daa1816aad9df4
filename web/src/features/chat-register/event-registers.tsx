import { Group, Stack } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useOrganization } from '#features/organization-frame/index.ts'
import { DateField } from '#ui/date-field.tsx'
import { RecordStates } from '#ui/record-states.tsx'
import { Records } from '#ui/records.tsx'
import { EmptyState } from '#ui/states.tsx'
import { broadcastCells, callCells, type Cell, meetingCells } from './cells.ts'
import { ExportButton } from './export-button.tsx'
import { askBroadcasts, askCalls, type AskEvents, askMeetings, type Days, eventsQuery } from './queries.ts'
import { t } from './texts.ts'

export const Calls = () => (
  <Events of="calls" ask={askCalls} cells={callCells} nameOf={({ chatTitle }) => chatTitle} topics={['calls']} />
)
export const Meetings = () => (
  <Events of="meetings" ask={askMeetings} cells={meetingCells} nameOf={({ title }) => title} topics={['meetings']} />
)
export const Broadcasts = () => (
  <Events
    of="broadcasts"
    ask={askBroadcasts}
    cells={broadcastCells}
    nameOf={({ title }) => title}
    topics={['broadcasts']}
  />
)

type Props<Row, Id extends string> = {
  readonly of: 'calls' | 'meetings' | 'broadcasts'
  readonly ask: AskEvents<Row, Id>
  readonly cells: readonly Cell<Row>[]
  readonly nameOf: (row: Row) => string
  readonly topics: Parameters<typeof eventsQuery>[1]['topics']
}

/** What took place, newest first; between two days if wished. */
function Events<Id extends string, Row extends { readonly id: Id }>({
  of,
  ask,
  cells,
  nameOf,
  topics,
}: Props<Row, Id>) {
  const { id } = useOrganization()
  const [days, setDays] = useState<Days>({})
  const query = useInfiniteQuery(eventsQuery(id, { of, ask, days, topics }))
  const events = query.data?.pages.flatMap(({ rows }) => rows) ?? []
  const dayField = (name: 'from' | 'until') => (
    <DateField
      label={t(name)}
      value={days[name] ?? ''}
      onChange={(day) => {
        const { [name]: _, ...rest } = days
        setDays(day === '' ? rest : { ...rest, [name]: day })
      }}
    />
  )
  return (
    <Stack>
      <Group align="end">
        {dayField('from')}
        {dayField('until')}
        <ExportButton
          name={t(`tab.${of}`)}
          cells={cells}
          ask={(before: Id | null) => ask(id, { ...days, many: '1' }, before)}
        />
      </Group>
      <RecordStates
        query={query}
        count={events.length}
        empty={<EmptyState title={t(`empty.${of}`)} text={t(`empty.${of}.text`)} />}
      >
        <Records
          label={t(`tab.${of}`)}
          rows={events}
          columns={cells.map(({ key, title, cell }) => ({
            key,
            title,
            cell,
            ...(key === 'people' && { width: '32%' }),
          }))}
          idOf={({ id: eventId }) => eventId}
          nameOf={nameOf}
        />
      </RecordStates>
    </Stack>
  )
}
