import { Button } from '@mantine/core'
import type { ListedPerson, MembershipId } from '@kolosok/contract'
import { IconUsers } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { OrganizationPage, useOrganization } from '#features/organization-frame/index.ts'
import { useFilter } from '#lib/use-filter.ts'
import { PickedBar } from '#ui/picked-bar.tsx'
import { RecordStates } from '#ui/record-states.tsx'
import { Records } from '#ui/records.tsx'
import { EmptyState } from '#ui/states.tsx'
import { TakeMenu } from '#ui/take-menu.tsx'
import { type Picked, usePicked } from '#ui/use-picked.ts'
import { AttachDialog } from './attach-dialog.tsx'
import { peopleColumns } from './people-columns.tsx'
import { type PeopleFilter, peopleFilter, PeopleFilters } from './people-filter.tsx'
import { peopleQuery } from './queries.ts'
import { collectPeople } from './take-people.ts'
import { t } from './texts.ts'

/** Everybody one may see here, found as one types; each line leads to the person's page. */
export function PeoplePage() {
  const organization = useOrganization()
  const { code, abilities } = organization
  const [filter, setFilter] = useFilter(peopleFilter)
  return (
    <OrganizationPage
      title={t('title')}
      lead={t('lead')}
      actions={
        <>
          {abilities.manageStructure && (
            <Button
              variant="default"
              renderRoot={(props) => (
                <Link to="/o/$code/imports" params={{ code }} search={{ kind: 'staff' }} {...props} />
              )}
            >
              {t('import')}
            </Button>
          )}
          {abilities.manageStaff && (
            <Button
              variant="default"
              renderRoot={(props) => <Link to="/o/$code/people/former" params={{ code }} {...props} />}
            >
              {t('former')}
            </Button>
          )}
          <TakeMenu collect={() => collectPeople(organization, filter)} />
        </>
      }
    >
      <PeopleFilters filter={filter} onChange={setFilter} />
      <Found filter={filter} onChange={setFilter} />
    </OrganizationPage>
  )
}

const membershipOf = ({ person }: ListedPerson) => person.membershipId
const isStaff = ({ person: { role } }: ListedPerson) => role === 'teacher' || role === 'management'

type FoundProps = { readonly filter: PeopleFilter; readonly onChange: (filter: PeopleFilter) => void }

function Found({ filter, onChange }: FoundProps) {
  const { id, code } = useOrganization()
  const query = useInfiniteQuery(peopleQuery(id, filter))
  const people = query.data?.pages.flatMap((page) => page.people) ?? []
  const picked = usePicked(people.map(membershipOf))
  return (
    <>
      <PickedActions people={people.filter((one) => picked.ids.has(membershipOf(one)))} picked={picked} />
      <RecordStates query={query} count={people.length} empty={<Nobody filter={filter} />}>
        <Records
          label={t('title')}
          rows={people}
          columns={peopleColumns(code)}
          idOf={membershipOf}
          nameOf={({ fullName }) => fullName}
          order={filter.sort ?? 'name'}
          onOrder={(sort) => onChange({ ...filter, sort })}
          picked={picked}
        />
      </RecordStates>
    </>
  )
}

type PickedProps = { readonly people: readonly ListedPerson[]; readonly picked: Picked<MembershipId> }

/** What can be done with several at once. */
function PickedActions({ people, picked }: PickedProps) {
  const organization = useOrganization()
  const [isAttaching, setAttaching] = useState(false)
  const staff = people.filter(isStaff)
  return (
    <PickedBar picked={picked}>
      {organization.abilities.manageStructure && staff.length > 0 && (
        <Button onClick={() => setAttaching(true)}>{t('attach', { count: staff.length })}</Button>
      )}
      <TakeMenu
        label={t('take.picked')}
        collect={() => collectPeople(organization, { membershipIds: people.map(membershipOf) })}
      />
      {isAttaching && <AttachDialog people={staff} onClose={() => setAttaching(false)} />}
    </PickedBar>
  )
}

function Nobody({ filter: { sort: _, ...narrowed } }: { filter: PeopleFilter }) {
  const { code, abilities } = useOrganization()
  if (Object.keys(narrowed).length > 0) return <EmptyState title={t('nobody')} text={t('nobody.text')} />
  return (
    <EmptyState
      icon={<IconUsers size={48} stroke={1.3} color="var(--ink-3)" />}
      title={t('empty')}
      text={t('empty.text')}
      action={
        abilities.inviteAnybody && (
          <Button renderRoot={(props) => <Link to="/o/$code/invitations" params={{ code }} {...props} />}>
            {t('empty.invite')}
          </Button>
        )
      }
    />
  )
}
