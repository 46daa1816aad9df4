import { Button, Select, Skeleton, Stack, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { type GroupId, type ListedPerson, role as roles, type Role } from '@kolosok/contract'
import { IconSearch } from '@tabler/icons-react'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { groupsQuery } from '#features/organization/index.ts'
import { OrganizationPage, useOrganization } from '#features/organization-frame/index.ts'
import { ConfirmedBadge } from '#ui/confirmed-badge.tsx'
import { Face } from '#ui/face.tsx'
import { ErrorState } from '#ui/states.tsx'
import classes from './directory.module.css'
import { type PeopleFilter, peopleQuery } from './queries.ts'
import { t } from './texts.ts'

/** Everybody one may see here, found as one types; each line leads to the person's page. */
export function PeoplePage() {
  const { id, code, abilities } = useOrganization()
  const [search, setSearch] = useState('')
  const [asked] = useDebouncedValue(search.trim(), 200)
  const [narrowed, setNarrowed] = useState<Narrowed>({})
  const filter: PeopleFilter = { ...(asked !== '' && { search: asked }), ...narrowed }
  return (
    <OrganizationPage
      title={t('title')}
      lead={t('lead')}
      actions={
        abilities.manageStructure && (
          <Button
            variant="default"
            renderRoot={(props) => (
              <Link to="/o/$code/imports" params={{ code }} search={{ kind: 'staff' }} {...props} />
            )}
          >
            {t('import')}
          </Button>
        )
      }
    >
      <div className={classes.filters}>
        <TextInput
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          label={t('search')}
          leftSection={<IconSearch size={20} aria-hidden="true" />}
          maxLength={100}
        />
        <Narrowing value={narrowed} onChange={setNarrowed} />
      </div>
      <Found organizationId={id} filter={filter} />
    </OrganizationPage>
  )
}

type Narrowed = Pick<PeopleFilter, 'role' | 'groupId'>

function Narrowing({ value, onChange }: { value: Narrowed; onChange: (value: Narrowed) => void }) {
  const { id } = useOrganization()
  const groups = useQuery(groupsQuery(id))
  const { role, groupId } = value
  return (
    <>
      <Select
        label={t('role')}
        placeholder={t('role.all')}
        data={roles.options.map((one) => ({ value: one, label: t(`role.${one}`) }))}
        value={role ?? null}
        onChange={(next: Role | null) => onChange({ ...(groupId && { groupId }), ...(next && { role: next }) })}
        clearable
      />
      <Select
        label={t('group')}
        placeholder={t('group.all')}
        data={(groups.data ?? [])
          .filter(({ kind }) => kind !== 'staff')
          .map((group) => ({ value: group.id, label: group.name }))}
        value={groupId ?? null}
        onChange={(next: GroupId | null) => onChange({ ...(role && { role }), ...(next && { groupId: next }) })}
        searchable
        clearable
        nothingFoundMessage={t('group.nobody')}
      />
    </>
  )
}

type FoundProps = {
  readonly organizationId: Parameters<typeof peopleQuery>[0]
  readonly filter: PeopleFilter
}

function Found({ organizationId, filter }: FoundProps) {
  const people = useInfiniteQuery(peopleQuery(organizationId, filter))
  if (people.isPending) {
    return (
      <Stack gap={10} aria-hidden="true">
        {Array.from({ length: 8 }, (_, row) => (
          <Skeleton key={row} height={56} radius="md" />
        ))}
      </Stack>
    )
  }
  if (!people.data) {
    return (
      <ErrorState
        title={t('error.title')}
        text={t('error.text')}
        retry={t('error.retry')}
        onRetry={() => void people.refetch()}
      />
    )
  }
  const all = people.data.pages.flatMap((page) => page.people)
  if (all.length === 0) {
    return <Text c="dimmed">{t(Object.keys(filter).length > 0 ? 'nobody' : 'empty')}</Text>
  }
  return (
    <>
      <ul className={classes.rows}>
        {all.map((person) => (
          <Row key={person.person.membershipId} listed={person} />
        ))}
      </ul>
      {people.hasNextPage && (
        <Button variant="subtle" loading={people.isFetchingNextPage} onClick={() => void people.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </>
  )
}

function Row({ listed: { person, fullName, isAdmin, isHead, groups } }: { listed: ListedPerson }) {
  const { code } = useOrganization()
  const isStaff = person.role === 'teacher' || person.role === 'management'
  const roleOf = [isHead ? t('head') : person.role === 'management' ? t('management') : '', isAdmin ? t('admin') : '']
  return (
    <li>
      <Link
        to="/o/$code/people/$membershipId"
        params={{ code, membershipId: person.membershipId }}
        className={classes.row}
      >
        <Face name={person.name} />
        <span className={classes.who}>
          <b>
            {fullName}
            {person.isConfirmed && <ConfirmedBadge label={t('confirmed')} />}
          </b>
          <small>{[person.label, ...roleOf].filter((part) => part !== '').join(' · ')}</small>
        </span>
        <span className={classes.where}>{groups.join(', ') || t('no-group')}</span>
        {isStaff && !person.isConfirmed && <span className={classes.waiting}>{t('unconfirmed')}</span>}
      </Link>
    </li>
  )
}
