import type { ListedPerson, PeopleSort } from '@kolosok/contract'
import { Link } from '@tanstack/react-router'
import { formatFullDay } from '#lib/dates.ts'
import { ConfirmedBadge } from '#ui/confirmed-badge.tsx'
import { Face } from '#ui/face.tsx'
import type { Column } from '#ui/records.tsx'
import { StateBadge } from '#ui/state-badge.tsx'
import classes from './directory.module.css'
import { t } from './texts.ts'

/** Position or whose parent, and what else somebody is here. */
export function roleOf({ person, isAdmin, isHead }: ListedPerson): string {
  const office = isHead ? t('head') : person.role === 'management' ? t('management') : ''
  const label = person.label === '' && office === '' ? t(`one.${person.role}`) : person.label
  return [label, office, isAdmin ? t('admin') : ''].filter((part) => part !== '').join(' · ')
}

export const isUnconfirmed = ({ person: { role, isConfirmed } }: ListedPerson): boolean =>
  (role === 'teacher' || role === 'management') && !isConfirmed

export const peopleColumns = (code: string): readonly Column<ListedPerson, PeopleSort>[] => [
  {
    key: 'name',
    title: t('column.name'),
    orders: { up: ['name', t('sort.name.up')], down: ['-name', t('sort.name.down')] },
    width: '34%',
    cell: (listed) => <Who code={code} listed={listed} />,
  },
  {
    key: 'role',
    title: t('column.role'),
    cell: (listed) => (
      <span>
        {roleOf(listed)}
        {isUnconfirmed(listed) && (
          <>
            {' '}
            <StateBadge tone="waiting">{t('unconfirmed')}</StateBadge>
          </>
        )}
      </span>
    ),
  },
  { key: 'groups', title: t('column.groups'), cell: ({ groups }) => groups.join(', ') || t('no-group') },
  {
    key: 'joined',
    title: t('column.joined'),
    orders: { up: ['joined', t('sort.joined.up')], down: ['-joined', t('sort.joined.down')] },
    width: 160,
    cell: ({ joinedAt }) => formatFullDay(joinedAt),
  },
]

function Who({ code, listed: { person, fullName } }: { code: string; listed: ListedPerson }) {
  return (
    <Link
      to="/o/$code/people/$membershipId"
      params={{ code, membershipId: person.membershipId }}
      className={classes.who}
    >
      <Face name={person.name} size={40} />
      <b>
        {fullName}
        {person.isConfirmed && <ConfirmedBadge label={t('confirmed')} />}
      </b>
    </Link>
  )
}
