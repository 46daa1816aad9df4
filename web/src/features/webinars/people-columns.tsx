import type { WebinarPerson, WebinarPlan } from '@kolosok/contract'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { formatMoment } from '#lib/dates.ts'
import type { Column } from '#ui/records.tsx'
import { StateBadge } from '#ui/state-badge.tsx'
import { p } from './plan-texts.ts'

export const stateOf = ({ state }: WebinarPerson): string => p(`people.${state}`)

export const attendedOf = ({ attended }: WebinarPerson): string =>
  p(attended === null ? 'attended.unknown' : attended ? 'attended.yes' : 'attended.no')

type Of = Column<WebinarPerson>

const name: Of = { key: 'name', title: p('people.name'), width: '30%', cell: (one) => one.name }
const from: Of = {
  key: 'from',
  title: p('people.from'),
  cell: ({ organization, position }) => [organization, position].filter((part) => part !== '').join(', ') || null,
}
const state: Of = {
  key: 'state',
  title: p('people.state'),
  width: 150,
  cell: (one) => <StateBadge tone={one.state === 'registered' ? 'good' : 'waiting'}>{stateOf(one)}</StateBadge>,
}
const asked: Of = {
  key: 'asked',
  title: p('people.asked'),
  width: 190,
  cell: ({ askedAt }) => formatMoment(askedAt),
}
const attended: Of = {
  key: 'attended',
  title: p('people.attended'),
  width: 140,
  cell: (one) =>
    one.state === 'waiting' ? (
      stateOf(one)
    ) : (
      <StateBadge tone={one.attended ? 'good' : 'quiet'}>{attendedOf(one)}</StateBadge>
    ),
}
const minutes: Of = {
  key: 'minutes',
  title: p('people.minutes'),
  width: 120,
  cell: (one) => (one.minutes === null ? null : p('people.minutes.of', { minutes: one.minutes })),
}
const certificate = (onRevoke: (person: WebinarPerson) => void): Of => ({
  key: 'certificate',
  title: p('people.certificate'),
  width: 190,
  cell: (one) =>
    one.certificate === null ? null : (
      <>
        <Link to="/certificates/$number" params={{ number: one.certificate }}>
          {one.certificate}
        </Link>
        <Button variant="subtle" color="red" onClick={() => onRevoke(one)}>
          {p('revoke')}
        </Button>
      </>
    ),
})

/** While it is to come: who and since when; from its beginning on, who was there. */
export function columnsOf(
  { kind, givesCertificate }: WebinarPlan,
  hasBegun: boolean,
  onRevoke: (person: WebinarPerson) => void,
): readonly Of[] {
  if (!hasBegun) return [name, from, state, asked]
  return [
    ...[name, from, attended],
    ...(kind === 'online' ? [minutes] : []),
    ...(givesCertificate ? [certificate(onRevoke)] : []),
  ]
}
