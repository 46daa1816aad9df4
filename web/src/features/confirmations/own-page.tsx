import type { OrganizationId } from '@kolosok/contract'
import { Button, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useMemberships } from '#lib/me.ts'
import { EmptyState, ErrorState } from '#ui/states.tsx'
import { AskForm } from './ask-form.tsx'
import classes from './confirmations.module.css'
import { OwnRequest } from './own-request.tsx'
import { ownConfirmationQuery } from './queries.ts'
import { t } from './texts.ts'

const home = <Button renderRoot={(props) => <Link to="/chats" {...props} />}>{t('mine.home')}</Button>

/** A teacher's own status: asked for, waiting, refused, confirmed. */
export function OwnPage() {
  const { code } = useParams({ strict: false })
  const organization = useMemberships().find((membership) => membership.organization.code === code)?.organization
  if (!organization) return <EmptyState isPage title={t('mine.none.title')} text={t('mine.none.text')} action={home} />
  return <Own organizationId={organization.id} />
}

function Own({ organizationId }: { organizationId: OrganizationId }) {
  const query = useQuery(ownConfirmationQuery(organizationId))
  if (query.isPending) {
    return (
      <div className={classes.page} aria-hidden="true">
        <Skeleton height={240} radius="md" />
      </div>
    )
  }
  if (query.isError) {
    return (
      <ErrorState
        title={t('error.title')}
        text={t('error.text')}
        retry={t('error.retry')}
        onRetry={() => void query.refetch()}
      />
    )
  }
  const { canAsk, isConfirmed, last } = query.data
  if (isConfirmed) {
    return <EmptyState isPage title={t('mine.confirmed.title')} text={t('mine.confirmed.text')} action={home} />
  }
  if (last?.state === 'requested') return <OwnRequest organizationId={organizationId} request={last} />
  if (canAsk) return <AskForm organizationId={organizationId} position={query.data.position} last={last} />
  return <EmptyState isPage title={t('mine.none.title')} text={t('mine.none.text')} action={home} />
}
