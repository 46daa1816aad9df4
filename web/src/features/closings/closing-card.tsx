import { closingEndpoints, type ClosingEntry, pathOf } from '@kolosok/contract'
import { Button, Group, Paper, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { formatMoment, formatPlainDay } from '#lib/dates.ts'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'
import { StateBadge } from '#ui/state-badge.tsx'
import { sentenceOf } from './problems.ts'
import { useReopenAsOperator } from './queries.ts'
import { t } from './texts.ts'

const tones = { closed: 'waiting', reopened: 'good', erased: 'quiet' } as const

export function ClosingCard({ closing }: { closing: ClosingEntry }) {
  const { id, organization, state, closedAt, closedBy, eraseAt, endedAt, actNumber } = closing
  const [isAsking, setAsking] = useState(false)
  const reopen = useReopenAsOperator()
  return (
    <Paper withBorder radius="lg" p="md">
      <Group justify="space-between" align="flex-start" gap="xs">
        <Title order={2} fz="md" style={{ flex: '1 1 220px', overflowWrap: 'anywhere' }}>
          {organization}
        </Title>
        <StateBadge tone={tones[state]}>
          {t(`list.state.${state}`, { at: formatPlainDay(endedAt ?? eraseAt) })}
        </StateBadge>
      </Group>
      <Text size="sm" c="dimmed">
        {t('list.closed', { at: formatMoment(closedAt), name: closedBy === '' ? 'none' : closedBy })}
      </Text>
      {state === 'closed' && (
        <Button mt="sm" variant="default" onClick={() => setAsking(true)}>
          {t('reopen')}
        </Button>
      )}
      {actNumber !== null && (
        <Button mt="sm" variant="default" component="a" href={pathOf(closingEndpoints.act, { closingId: id })} download>
          {t('list.act', { number: actNumber })}
        </Button>
      )}
      <ConfirmDialog
        isOpen={isAsking}
        title={t('reopen.ask')}
        text={t('reopen.text')}
        confirm={t('reopen')}
        cancel={t('cancel')}
        isPending={reopen.isPending}
        isHarmless
        problem={reopen.isError ? sentenceOf(reopen.error) : null}
        onConfirm={() => reopen.mutate(id, { onSuccess: () => setAsking(false) })}
        onClose={() => {
          reopen.reset()
          setAsking(false)
        }}
      />
    </Paper>
  )
}
