import type { WebinarPerson, WebinarPlan } from '@kolosok/contract'
import { Alert, Button, Group, Text } from '@mantine/core'
import { IconFileSpreadsheet } from '@tabler/icons-react'
import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { formatMoment, formatPlainDay } from '#lib/dates.ts'
import { NotYet } from '#ui/not-yet.tsx'
import { type Column, Records } from '#ui/records.tsx'
import { saveWorkbook } from '#ui/save-workbook.ts'
import { StateBadge } from '#ui/state-badge.tsx'
import { fetchPeople, peopleQuery } from './plan-queries.ts'
import { p } from './plan-texts.ts'
import { t } from './texts.ts'
import classes from './webinars.module.css'

const stateOf = ({ state }: WebinarPerson) => t(`own.${state}`)

const columns: readonly Column<WebinarPerson>[] = [
  { key: 'name', title: p('people.name'), width: '34%', cell: ({ name }) => name },
  {
    key: 'from',
    title: p('people.from'),
    cell: ({ organization, position }) => [organization, position].filter((part) => part !== '').join(', ') || null,
  },
  {
    key: 'state',
    title: p('people.state'),
    width: 150,
    cell: (one) => <StateBadge tone={one.state === 'registered' ? 'good' : 'waiting'}>{stateOf(one)}</StateBadge>,
  },
  { key: 'asked', title: p('people.asked'), width: 190, cell: ({ askedAt }) => formatMoment(askedAt) },
]

/** Who is registered and who waits, for operators: on the screen and in a workbook. */
export function People({ webinar }: { webinar: WebinarPlan }) {
  const query = useInfiniteQuery(peopleQuery(webinar.id))
  const people = query.data?.pages.flatMap((page) => page.people) ?? []
  return (
    <section className={classes.section} aria-label={p('people')}>
      <Group justify="space-between">
        <h2 className={classes.panelTitle}>{p('people')}</h2>
        {people.length > 0 && <Workbook webinar={webinar} />}
      </Group>
      <NotYet query={query} />
      {query.data && people.length === 0 && <Text c="dimmed">{p('people.none')}</Text>}
      {people.length > 0 && (
        <Records
          label={p('people')}
          rows={people}
          columns={columns}
          idOf={({ accountId }) => accountId}
          nameOf={({ name }) => name}
        />
      )}
      {query.hasNextPage && (
        <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {p('more')}
        </Button>
      )}
    </section>
  )
}

function Workbook({ webinar: { id, title, startsAt } }: { webinar: WebinarPlan }) {
  const save = useMutation({
    mutationFn: async () => {
      const rows = (await fetchPeople(id)).map((one) => [
        one.name,
        one.organization,
        one.position,
        one.email ?? '',
        stateOf(one),
        formatMoment(one.askedAt),
      ])
      const heads = (['name', 'organization', 'position', 'email', 'state', 'asked'] as const).map((head) => ({
        title: p(`people.${head}`),
        width: 28,
      }))
      await saveWorkbook({ file: `${title} ${formatPlainDay(startsAt)}`.slice(0, 100), heads, rows })
    },
  })
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconFileSpreadsheet size={20} />}
        loading={save.isPending}
        onClick={() => save.mutate()}
      >
        {p('people.workbook')}
      </Button>
      {save.isError && (
        <Alert color="red" role="alert">
          {t('problem.other')}
        </Alert>
      )}
    </>
  )
}
