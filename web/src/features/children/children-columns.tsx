import type { ChildOfOrganization, ChildrenSort } from '@kolosok/contract'
import { Link } from '@tanstack/react-router'
import { formatFullDay } from '#lib/dates.ts'
import { Face } from '#ui/face.tsx'
import type { Column } from '#ui/records.tsx'
import { StateBadge } from '#ui/state-badge.tsx'
import classes from './children.module.css'
import { t } from './texts.ts'

export const childrenColumns = (code: string): readonly Column<ChildOfOrganization, ChildrenSort>[] => [
  {
    key: 'name',
    title: t('column.name'),
    width: '34%',
    orders: { up: ['name', t('sort.up')], down: ['-name', t('sort.down')] },
    cell: ({ name }) => (
      <span className={classes.name}>
        <Face name={name} size={40} />
        {name}
      </span>
    ),
  },
  { key: 'groups', title: t('column.groups'), width: '26%', cell: (child) => <Groups code={code} child={child} /> },
  { key: 'family', title: t('column.family'), cell: (child) => <Family code={code} child={child} /> },
]

type CellProps = { readonly code: string; readonly child: ChildOfOrganization }

function Groups({ code, child: { groups, leftAt } }: CellProps) {
  if (leftAt !== null) return t('left-at', { date: formatFullDay(leftAt) })
  return (
    <span className={classes.links}>
      {groups.map(({ id, name }) => (
        <Link key={id} to="/o/$code/groups/$groupId" params={{ code, groupId: id }}>
          {name}
        </Link>
      ))}
    </span>
  )
}

function Family({ code, child: { guardians, isInvited, leftAt } }: CellProps) {
  if (leftAt !== null) return null
  if (guardians.length === 0) {
    return isInvited ? (
      <StateBadge tone="waiting">{t('invited')}</StateBadge>
    ) : (
      <StateBadge tone="quiet">{t('not-invited')}</StateBadge>
    )
  }
  return (
    <span className={classes.links}>
      {guardians.map(({ membershipId, name, label }) => (
        <Link key={membershipId} to="/o/$code/people/$membershipId" params={{ code, membershipId }}>
          {label === '' ? name : `${name}, ${label}`}
        </Link>
      ))}
    </span>
  )
}

/** The same in words, for a workbook and for paper. */
export function familyOf({ guardians, isInvited }: ChildOfOrganization): string {
  if (guardians.length === 0) return t(isInvited ? 'invited' : 'not-invited')
  return guardians.map(({ name, label }) => (label === '' ? name : `${name} (${label})`)).join(', ')
}
