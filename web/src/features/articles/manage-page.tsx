import { articleRole, type ManagedArticle } from '@kolosok/contract'
import { Button, Group, NativeSelect, Skeleton, Stack, Title } from '@mantine/core'
import { IconArrowLeft, IconPencil } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { z } from 'zod'
import { useFilter } from '#lib/use-filter.ts'
import { Explained } from '#ui/help-mark.tsx'
import { type Column, Records } from '#ui/records.tsx'
import { SearchField } from '#ui/search-field.tsx'
import { EmptyState, ErrorState } from '#ui/states.tsx'
import classes from './articles.module.css'
import { managedQuery } from './manage-queries.ts'
import { m } from './manage-texts.ts'
import { Standing } from './standing.tsx'

const side = z.enum(['outdated', 'edited', 'own', 'hidden', 'not-helped'])
const filter = z.object({ q: z.string().optional(), show: side.optional() })
type Filter = z.infer<typeof filter>

const columns: readonly Column<ManagedArticle>[] = [
  {
    key: 'title',
    title: m('column.title'),
    width: '40%',
    cell: ({ name, title }) => (
      <Link to="/operator/articles/$name" params={{ name }} className={classes.link}>
        {title}
      </Link>
    ),
  },
  {
    key: 'roles',
    title: m('column.roles'),
    cell: ({ roles, isOpen }) =>
      [
        ...(roles.length === articleRole.options.length ? [m('roles.all')] : roles.map((role) => m(`role.${role}`))),
        ...(isOpen ? [m('open')] : []),
      ].join(', '),
  },
  {
    key: 'state',
    title: m('column.state'),
    cell: (article) => (article.isHidden || article.standing !== 'shipped' ? <Standing article={article} /> : null),
  },
  {
    key: 'helped',
    title: m('column.helped'),
    cell: ({ helped, notHelped }) => (helped + notHelped > 0 ? m('helped', { helped, notHelped }) : m('helped.none')),
  },
]

/** All of the help, as the operator looks after it. */
export function ManagePage() {
  const query = useQuery(managedQuery())
  const [wanted, change] = useFilter(filter)
  return (
    <div className={classes.page} data-wide>
      <Button
        renderRoot={(props) => <Link to="/operator" {...props} />}
        variant="subtle"
        leftSection={<IconArrowLeft size={18} />}
        className={classes.back}
      >
        {m('back')}
      </Button>
      <div>
        <Explained>
          <Title order={1} fz={26}>
            {m('title')}
          </Title>
        </Explained>
        <p className={classes.lead}>{m('lead')}</p>
      </div>
      <Group align="end">
        <div className={classes.grow}>
          <SearchField label={m('search')} value={wanted.q ?? ''} onChange={(q) => change({ ...wanted, q })} />
        </div>
        <NativeSelect
          label={m('filter')}
          value={wanted.show ?? ''}
          data={[
            { value: '', label: m('filter.all') },
            ...side.options.map((value) => ({ value, label: m(`filter.${value}`) })),
          ]}
          onChange={({ currentTarget }) => change({ ...wanted, show: side.safeParse(currentTarget.value).data })}
        />
        <Button
          renderRoot={(props) => <Link to="/operator/articles/new" {...props} />}
          leftSection={<IconPencil size={20} />}
        >
          {m('new')}
        </Button>
      </Group>
      {query.isPending && (
        <Stack gap="xs" aria-label={m('loading')} role="status">
          <Skeleton height={52} radius="lg" />
          <Skeleton height={52} radius="lg" />
        </Stack>
      )}
      {query.isError && !query.data && (
        <ErrorState
          title={m('error.title')}
          text={m('error.text')}
          retry={m('error.retry')}
          onRetry={() => void query.refetch()}
        />
      )}
      {query.data && <List articles={query.data.filter((article) => isWanted(article, wanted))} />}
    </div>
  )
}

function isWanted({ title, standing, isHidden, helped, notHelped }: ManagedArticle, { q = '', show }: Filter): boolean {
  if (!title.toLowerCase().includes(q.toLowerCase())) return false
  if (show === 'hidden') return isHidden
  if (show === 'not-helped') return notHelped > helped
  // A newer version has come of what is a changed one, too.
  return show === undefined || standing === show || (show === 'edited' && standing === 'outdated')
}

function List({ articles }: { articles: readonly ManagedArticle[] }) {
  if (articles.length === 0) return <EmptyState title={m('none')} text={m('none.text')} />
  return (
    <Records
      label={m('title')}
      rows={articles}
      columns={columns}
      idOf={({ name }) => name}
      nameOf={({ title }) => title}
    />
  )
}
