import { Button, Skeleton, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { FormerStaff } from '@kolosok/contract'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { OrganizationPage, useOrganization } from '#features/organization-frame/index.ts'
import { formatFullDay } from '#lib/dates.ts'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'
import { Face } from '#ui/face.tsx'
import { EmptyState, ErrorState } from '#ui/states.tsx'
import classes from './departures.module.css'
import { formerQuery, useTakeBack } from './queries.ts'
import { t } from './texts.ts'

/** Those of the staff who have left, and the way back. */
export function FormerPage() {
  const { id } = useOrganization()
  const query = useInfiniteQuery(formerQuery(id))
  const all = query.data?.pages.flatMap((page) => page.former)
  return (
    <OrganizationPage title={t('former.title')} lead={t('former.lead')} backTo="/o/$code/people">
      {query.isPending && (
        <Stack gap={10} aria-hidden="true">
          <Skeleton height={56} radius="md" />
          <Skeleton height={56} radius="md" />
        </Stack>
      )}
      {query.isError && !all && (
        <ErrorState
          title={t('error.title')}
          text={t('error.text')}
          retry={t('error.retry')}
          onRetry={() => void query.refetch()}
        />
      )}
      {all?.length === 0 && <EmptyState title={t('former.empty')} />}
      {all && all.length > 0 && (
        <ul className={classes.rows}>
          {all.map((one) => (
            <Row key={one.person.membershipId} former={one} />
          ))}
        </ul>
      )}
      {query.hasNextPage && (
        <Button variant="subtle" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('former.more')}
        </Button>
      )}
    </OrganizationPage>
  )
}

function Row({ former: { person, fullName, endedAt, isBack } }: { former: FormerStaff }) {
  const { id, closing } = useOrganization()
  const [isAsked, setAsked] = useState(false)
  const back = useTakeBack()
  const submit = () =>
    back.mutate(
      { organizationId: id, membershipId: person.membershipId },
      {
        onSuccess: () => {
          setAsked(false)
          notifications.show({ message: t('former.returned', { name: fullName }) })
        },
      },
    )
  const when = t('former.when', { day: formatFullDay(endedAt) })
  return (
    <li className={classes.row}>
      <Face name={person.name} />
      <span className={classes.who}>
        <b>{fullName}</b>
        <small>{[person.label, when].filter((part) => part !== '').join(' · ')}</small>
      </span>
      {isBack ? (
        <Text c="dimmed">{t('former.back')}</Text>
      ) : (
        closing === null && (
          <Button
            variant="default"
            aria-label={t('former.return.of', { name: fullName })}
            onClick={() => setAsked(true)}
          >
            {t('former.return')}
          </Button>
        )
      )}
      <ConfirmDialog
        isOpen={isAsked}
        title={t('former.return.title', { name: fullName })}
        text={t('former.return.text')}
        confirm={t('former.return')}
        cancel={t('cancel')}
        isPending={back.isPending}
        problem={back.isError ? t('failed') : null}
        onConfirm={submit}
        onClose={() => setAsked(false)}
      />
    </li>
  )
}
