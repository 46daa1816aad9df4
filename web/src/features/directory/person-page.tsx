import { Skeleton, Stack, Text, Title } from '@mantine/core'
import type { MembershipId, PersonPage as Page } from '@kolosok/contract'
import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { type ReactNode, Suspense } from 'react'
import { PersonHistory } from '#features/journal/index.ts'
import { OrganizationPage, useOrganization } from '#features/organization-frame/index.ts'
import { isProblem } from '#lib/api.ts'
import { formatFullDay } from '#lib/dates.ts'
import { formatPhone } from '#lib/phone.ts'
import { ConfirmedBadge } from '#ui/confirmed-badge.tsx'
import { EmptyState, ErrorState } from '#ui/states.tsx'
import classes from './directory.module.css'
import { PersonActs } from './person-acts.tsx'
import { Twins } from './person-twins.tsx'
import { personQuery } from './queries.ts'
import { t } from './texts.ts'

/** One person here: roles, children, groups, chats by name, and what was done to them. */
export function PersonPage() {
  const { id } = useOrganization()
  const { membershipId = '' } = useParams({ strict: false })
  const query = useQuery(personQuery(id, membershipId as MembershipId))
  return (
    <OrganizationPage
      title={query.data?.fullName ?? ' '}
      backTo="/o/$code/people"
      actions={query.data && <PersonActs page={query.data} />}
    >
      {query.data ? <Found page={query.data} /> : <NotYet query={query} />}
    </OrganizationPage>
  )
}

function NotYet({ query }: { query: UseQueryResult }) {
  if (query.isPending) {
    return (
      <Stack gap={12} aria-hidden="true">
        <Skeleton height={120} radius="lg" />
        <Skeleton height={180} radius="lg" />
      </Stack>
    )
  }
  if (isProblem(query.error, 'not-found')) return <EmptyState title={t('not-found')} text={t('not-found.text')} />
  return (
    <ErrorState
      title={t('error.title')}
      text={t('error.text')}
      retry={t('error.retry')}
      onRetry={() => void query.refetch()}
    />
  )
}

function Found({ page }: { page: Page }) {
  const { abilities } = useOrganization()
  const { person, groups, children } = page
  const isStaff = person.role === 'teacher' || person.role === 'management'
  return (
    <>
      <Twins page={page} />
      <section className={classes.section}>
        <Facts page={page} />
      </section>
      {isStaff && (
        <Things title={t('person.groups')} empty={t('person.groups.none')}>
          {groups.map(({ id, name, duty }) => (
            <li key={id}>
              <GroupLink groupId={id} name={name} />
              {duty && <small>{t(`duty.${duty}`)}</small>}
            </li>
          ))}
        </Things>
      )}
      {children.length > 0 && (
        <Things title={t('person.children')}>
          {children.map(({ id, name, label, groups: where }) => (
            <li key={id}>
              <ChildLink name={name} />
              <small>{[label, where.join(', ')].filter((part) => part !== '').join(' · ')}</small>
            </li>
          ))}
        </Things>
      )}
      <Chats page={page} />
      {abilities.seeJournal && (
        <section className={classes.section} aria-labelledby="person-history">
          <Title order={2} fz="lg" id="person-history" mb={6}>
            {t('person.history')}
          </Title>
          <Suspense fallback={<Skeleton height={120} radius="md" aria-hidden="true" />}>
            <PersonHistory about={person.membershipId} />
          </Suspense>
        </section>
      )}
    </>
  )
}

function Facts({ page }: { page: Page }) {
  const { person, isAdmin, isHead, alsoHere, joinedAt, phone, deviceCount } = page
  const isStaff = person.role === 'teacher' || person.role === 'management'
  const roles = [t(`one.${person.role}`), isHead ? t('head') : '', isAdmin ? t('admin') : '']
  const facts: [string, string][] = [
    [t('person.role'), roles.filter((part) => part !== '').join(', ')],
    ...(isStaff && person.label !== '' ? [[t('person.position'), person.label] as [string, string]] : []),
    ...(isStaff ? [[t('person.status'), statusOf(page)] as [string, string]] : []),
    ...(alsoHere.length > 0
      ? [[t('person.also'), alsoHere.map(({ role }) => t(`one.${role}`)).join(', ')] as [string, string]]
      : []),
    ...(phone === null ? [] : [[t('person.phone'), phoneOf(phone)] as [string, string]]),
    [t('person.joined'), formatFullDay(joinedAt)],
    ...(deviceCount === null
      ? []
      : [[t('person.devices'), t('person.devices.count', { count: deviceCount })] as [string, string]]),
  ]
  return (
    <dl className={classes.facts}>
      {facts.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>
            {value}{' '}
            {term === t('person.status') && page.confirmedAt !== null && <ConfirmedBadge label={t('confirmed')} />}
          </dd>
        </div>
      ))}
    </dl>
  )
}

const phoneOf = ({ number, isVerified }: NonNullable<Page['phone']>): string =>
  isVerified ? formatPhone(number) : t('person.phone.unverified', { phone: formatPhone(number) })

function statusOf({ confirmedAt, confirmedBy }: Page): string {
  if (confirmedAt === null) return t('unconfirmed')
  const date = formatFullDay(confirmedAt)
  return confirmedBy === null
    ? t('person.status.confirmed', { date })
    : t('person.status.confirmed-by', { date, by: confirmedBy })
}

function Chats({ page: { chats } }: { page: Page }) {
  return (
    <Things title={t('person.chats')} empty={t('person.chats.none')} hint={t('person.chats.hint')}>
      {chats.map(({ id, title, isReadersToo }) => (
        <li key={id}>
          {isReadersToo ? (
            <Link to="/chats/$chatId" params={{ chatId: id }}>
              {title}
            </Link>
          ) : (
            title
          )}
        </li>
      ))}
    </Things>
  )
}

function ChildLink({ name }: { name: string }) {
  const { code } = useOrganization()
  return (
    <Link to="/o/$code/children" params={{ code }} search={{ search: name }}>
      {name}
    </Link>
  )
}

function GroupLink({ groupId, name }: { groupId: string; name: string }) {
  const { code } = useOrganization()
  return (
    <Link to="/o/$code/groups/$groupId" params={{ code, groupId }}>
      {name}
    </Link>
  )
}

type ThingsProps = {
  readonly title: string
  readonly empty?: string
  readonly hint?: string
  readonly children: ReactNode[]
}

function Things({ title, empty, hint, children }: ThingsProps) {
  return (
    <section className={classes.section}>
      <Title order={2} fz="lg">
        {title}
      </Title>
      {children.length === 0 ? <Text c="dimmed">{empty}</Text> : <ul className={classes.things}>{children}</ul>}
      {hint !== undefined && (
        <Text c="dimmed" fz="sm" mt={4}>
          {hint}
        </Text>
      )}
    </section>
  )
}
