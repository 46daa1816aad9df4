import { Button, Skeleton, Stack, Text, Title } from '@mantine/core'
import type { Administrator, AdminOrderKind } from '@kolosok/contract'
import { IconShieldPlus } from '@tabler/icons-react'
import { useInfiniteQuery, type UseInfiniteQueryResult } from '@tanstack/react-query'
import { useState } from 'react'
import { OrganizationPage, useOrganization } from '#features/organization-frame/index.ts'
import { Face } from '#ui/face.tsx'
import { ErrorState } from '#ui/states.tsx'
import classes from './administrators.module.css'
import { OrderDialog, type Someone } from './order-dialog.tsx'
import { OrderList } from './order-list.tsx'
import { administratorsQuery } from './queries.ts'
import { t } from './texts.ts'

type Entering = { readonly kind: AdminOrderKind; readonly people: readonly Someone[] }

/** Who administers, and every order by which somebody came to it or ceased (2.1–2.3). */
export function AdministratorsPage() {
  const { id } = useOrganization()
  const query = useInfiniteQuery(administratorsQuery(id))
  const [entering, setEntering] = useState<Entering | null>(null)
  const now = query.data?.pages[0]
  const candidates = (now?.candidates ?? []).map(({ membershipId, fullName, position }) => ({
    membershipId,
    name: fullName,
    position,
  }))

  return (
    <OrganizationPage
      title={t('title')}
      lead={t('lead')}
      actions={
        now?.mayAppoint && (
          <Button
            leftSection={<IconShieldPlus size={20} aria-hidden="true" />}
            onClick={() => setEntering({ kind: 'appointed', people: candidates })}
          >
            {t('appoint')}
          </Button>
        )
      }
    >
      <NotYet query={query} />
      {now && <Now list={now} onDismiss={(person) => setEntering({ kind: 'dismissed', people: [person] })} />}
      {query.data && <OrderList orders={query.data.pages.flatMap((page) => page.orders)} />}
      {query.hasNextPage && (
        <Button variant="subtle" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
      {entering && <OrderDialog {...entering} onClose={() => setEntering(null)} />}
    </OrganizationPage>
  )
}

function NotYet({ query }: { query: UseInfiniteQueryResult }) {
  if (query.data) return null
  if (query.isPending) {
    return (
      <Stack gap={10} aria-hidden="true">
        {[1, 2, 3, 4].map((row) => (
          <Skeleton key={row} height={56} radius="md" />
        ))}
      </Stack>
    )
  }
  return (
    <ErrorState
      title={t('error.title')}
      text={t('error.text')}
      retry={t('error.retry')}
      onRetry={() => void query.refetch()}
    />
  )
}

type NowProps = {
  readonly list: { readonly administrators: readonly Administrator[] }
  readonly onDismiss: (person: Someone) => void
}

function Now({ list: { administrators }, onDismiss }: NowProps) {
  return (
    <section className={classes.section} aria-labelledby="administrators-now">
      <Title order={2} fz="lg" id="administrators-now">
        {t('now')}
      </Title>
      {administrators.length === 0 && <Text c="dimmed">{t('nobody')}</Text>}
      <ul className={classes.rows}>
        {administrators.map(({ person, fullName, isHead, mayBeDismissed }) => (
          <li key={person.membershipId} className={classes.row}>
            <Face name={person.name} />
            <span className={classes.who}>
              <b>{fullName}</b>
              <small>{[person.label, isHead ? t('head') : ''].filter((part) => part !== '').join(' · ')}</small>
            </span>
            {mayBeDismissed && (
              <Button
                variant="subtle"
                color="red"
                aria-label={t('dismiss.label', { name: fullName })}
                onClick={() => onDismiss({ membershipId: person.membershipId, name: fullName, position: person.label })}
              >
                {t('dismiss')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Text c="dimmed" fz="sm" mt={6}>
        {t('only-head')}
      </Text>
    </section>
  )
}
