import type { AccountId, OrganizationId, Person } from '@kolosok/contract'
import { Button, Checkbox, Pill, PillGroup, Skeleton, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import classes from './people-picker.module.css'
import { t } from './group-texts.ts'
import { contactsQuery } from './queries.ts'

type Props = {
  readonly organizationId: OrganizationId
  readonly chosen: readonly Person[]
  readonly onChange: (chosen: readonly Person[]) => void
  /** Who is in already. */
  readonly without?: ReadonlySet<AccountId>
}

/** Several of the people one may write to. */
export function PeoplePicker({ organizationId, chosen, onChange, without }: Props) {
  const [typed, setTyped] = useState('')
  const [q] = useDebouncedValue(typed.trim(), 200)
  const isChosen = (person: Person) => chosen.some(({ accountId }) => accountId === person.accountId)
  const toggle = (person: Person) =>
    onChange(isChosen(person) ? chosen.filter(({ accountId }) => accountId !== person.accountId) : [...chosen, person])
  return (
    <div>
      {chosen.length > 0 && (
        <PillGroup aria-label={t('pick.chosen')} mb="xs">
          {chosen.map((person) => (
            <Pill
              key={person.accountId}
              size="md"
              withRemoveButton
              removeButtonProps={{ 'aria-label': t('pick.remove', { name: person.name }), 'tabIndex': 0 }}
              onRemove={() => toggle(person)}
            >
              {person.name}
            </Pill>
          ))}
        </PillGroup>
      )}
      <TextInput
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        placeholder={t('pick.search')}
        aria-label={t('pick.search')}
        leftSection={<IconSearch size={20} aria-hidden="true" />}
      />
      <div className={classes.people}>
        <Found
          organizationId={organizationId}
          q={q}
          without={without ?? new Set()}
          isChosen={isChosen}
          onToggle={toggle}
        />
      </div>
    </div>
  )
}

type FoundProps = {
  readonly organizationId: OrganizationId
  readonly q: string
  readonly without: ReadonlySet<AccountId>
  readonly isChosen: (person: Person) => boolean
  readonly onToggle: (person: Person) => void
}

function Found({ organizationId, q, without, isChosen, onToggle }: FoundProps) {
  const query = useInfiniteQuery(contactsQuery(organizationId, q))
  if (query.isPending) return <Skeleton height={44} my={8} radius="md" aria-label={t('pick.loading')} />
  if (query.isError) {
    return (
      <Text role="alert" c="var(--danger)" p="sm">
        {t('pick.failed')}
      </Text>
    )
  }
  const people = query.data.pages.flatMap((page) => page.people).filter(({ accountId }) => !without.has(accountId))
  return (
    <>
      {people.length === 0 && !query.hasNextPage && (
        <Text c="dimmed" p="sm">
          {t('pick.nobody')}
        </Text>
      )}
      {people.map((person) => (
        <Checkbox
          key={person.membershipId}
          className={classes.person ?? ''}
          checked={isChosen(person)}
          onChange={() => onToggle(person)}
          label={person.name}
          description={person.label}
        />
      ))}
      {query.hasNextPage && (
        <Button
          fullWidth
          variant="subtle"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t('pick.more')}
        </Button>
      )}
    </>
  )
}
