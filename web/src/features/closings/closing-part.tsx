import type { Closing } from '@kolosok/contract'
import { Alert, Button, Skeleton, Stack, Text, Title } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type OwnOrganization, useOrganization } from '#features/organization-frame/index.ts'
import { formatMoment, formatPlainDay } from '#lib/dates.ts'
import { ErrorState } from '#ui/states.tsx'
import { ClosingDialog } from './closing-dialog.tsx'
import { closingQuery, useReopen } from './queries.ts'
import { ReopenButton } from './reopen-button.tsx'
import { t } from './texts.ts'

/** The organization leaves, or comes back. */
export function ClosingPart() {
  const organization = useOrganization()
  const query = useQuery(closingQuery(organization.id))
  const [isAsking, setAsking] = useState(false)
  if (query.isError && !query.data) {
    return (
      <ErrorState
        title={t('load.title')}
        text={t('load.text')}
        retry={t('load.retry')}
        onRetry={() => void query.refetch()}
      />
    )
  }
  if (!query.data) return <Skeleton h={88} radius="lg" aria-label={t('loading')} />
  const { closing, mayClose, effects } = query.data
  if (closing) return <Closed organization={organization} closing={closing} mayReopen={mayClose} />
  return (
    <Stack align="flex-start">
      <div>
        <Title order={2} fz="lg">
          {t('title')}
        </Title>
        <Text c="dimmed">{t('text')}</Text>
      </div>
      {effects ? (
        <Button variant="outline" color="red" onClick={() => setAsking(true)}>
          {t('start')}
        </Button>
      ) : (
        <Text>{t('not-yours')}</Text>
      )}
      {effects && isAsking && (
        <ClosingDialog organization={organization} effects={effects} onClose={() => setAsking(false)} />
      )}
    </Stack>
  )
}

type ClosedProps = {
  readonly organization: OwnOrganization
  readonly closing: Closing
  readonly mayReopen: boolean
}

function Closed({ organization, closing, mayReopen }: ClosedProps) {
  const reopen = useReopen(organization.id)
  const { id, closedAt, closedBy, eraseAt } = closing
  return (
    <Alert
      color="wheat"
      title={
        <Title order={2} fz="lg">
          {t('closed.title')}
        </Title>
      }
      icon={<IconLock aria-hidden="true" />}
    >
      <Stack align="flex-start">
        <Text>
          {t('closed.by', {
            at: formatMoment(closedAt),
            name: closedBy === '' ? 'none' : closedBy,
            until: formatPlainDay(eraseAt),
          })}
        </Text>
        {mayReopen && <ReopenButton closingId={id} reopen={reopen} />}
      </Stack>
    </Alert>
  )
}
