import type { ApplicationForm, ApplicationOrder, MailedApplication } from '@kolosok/contract'
import { Skeleton, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Navigate, useNavigate, useParams } from '@tanstack/react-router'
import { useCallback, useState } from 'react'
import { isProblem } from '#lib/api.ts'
import { ErrorState } from '#ui/states.tsx'
import { ApplyFrame, Applying } from './apply-page.tsx'
import { type Draft, forgetDraft, keepDraft, readMailedDraft } from './draft.ts'
import { explain } from './failures.ts'
import { mailedQuery } from './queries.ts'
import { t } from './texts.ts'

/** An application that a letter has begun, for its sender to check, complete and submit. */
export function MailedPage() {
  const { token = '' } = useParams({ strict: false })
  const mailed = useQuery(mailedQuery(token))
  // The link of a letter outlives the draft: once submitted, it leads to what became of it.
  if (mailed.isError && isProblem(mailed.error, 'not-found'))
    return <Navigate to="/a/$token" params={{ token }} replace />
  return (
    <ApplyFrame>
      {mailed.isPending && <Skeleton height={280} radius="xl" aria-label={t('loading')} />}
      {mailed.isError && (
        <ErrorState
          title={t('error.title')}
          text={explain(mailed.error)}
          retry={t('error.retry')}
          onRetry={() => void mailed.refetch()}
        />
      )}
      {mailed.data && <Begun token={token} mailed={mailed.data} />}
    </ApplyFrame>
  )
}

function Begun({ token, mailed: { form, order, otherFiles } }: { token: string; mailed: MailedApplication }) {
  const navigate = useNavigate()
  // The order is what the server has: it may have gone, and been replaced, from another device.
  const [draft] = useState<Draft>(() => ({ token, form: readMailedDraft(token)?.form ?? form, order }))
  const keep = useCallback(
    (typed: ApplicationForm, kept: ApplicationOrder | null) =>
      keepDraft({ token, form: typed, order: kept }, { isMailed: true }),
    [token],
  )
  return (
    <Applying
      draft={draft}
      onChange={keep}
      onSent={() => forgetDraft(token)}
      onAnother={() => void navigate({ to: '/apply' })}
    >
      <Title order={1} fz={28}>
        {t('mailed.title')}
      </Title>
      <Text c="dimmed" mt={6}>
        {t('mailed.text')}
      </Text>
      {otherFiles.length > 0 && (
        <Text c="dimmed" mt={6}>
          {t(order ? 'mailed.other-files' : 'mailed.no-order', { names: otherFiles.join(', ') })}
        </Text>
      )}
    </Applying>
  )
}
