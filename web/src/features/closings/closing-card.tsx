import { closingEndpoints, type ClosingEntry, pathOf } from '@kolosok/contract'
import { Button, Group, Paper, Text, Title } from '@mantine/core'
import { formatMoment, formatPlainDay } from '#lib/dates.ts'
import { StateBadge } from '#ui/state-badge.tsx'
import { useReopenAsOperator } from './queries.ts'
import { ReopenButton } from './reopen-button.tsx'
import { t } from './texts.ts'

const tones = { closed: 'waiting', reopened: 'good', erased: 'quiet' } as const

export function ClosingCard({ closing }: { closing: ClosingEntry }) {
  const { id, organization, state, closedAt, closedBy, eraseAt, endedAt, actNumber } = closing
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
      {state === 'closed' && <ReopenButton closingId={id} reopen={reopen} mt="sm" variant="default" />}
      {actNumber !== null && (
        <Button mt="sm" variant="default" component="a" href={pathOf(closingEndpoints.act, { closingId: id })} download>
          {t('list.act', { number: actNumber })}
        </Button>
      )}
    </Paper>
  )
}
