import { Badge, Button, Group, Paper, Skeleton, Stack, Text } from '@mantine/core'
import type { Operator } from '@kolosok/contract'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { isProblem } from '#lib/api.ts'
import { useMe } from '#lib/me.ts'
import { formatPhone } from '#lib/phone.ts'
import { ColumnPage } from '#ui/column-page.tsx'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'
import { Face } from '#ui/face.tsx'
import { ErrorState } from '#ui/states.tsx'
import { AddOperator } from './add-operator.tsx'
import { operatorsQuery, useRemoveOperator } from './queries.ts'
import { t } from './texts.ts'

/** Who runs this installation, and who is awaited. */
export function OperatorsPage() {
  const query = useQuery(operatorsQuery())
  const [leaving, setLeaving] = useState<Operator | null>(null)
  const remove = useRemoveOperator(() => setLeaving(null))

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
  const ask = (operator: Operator) => {
    remove.reset()
    setLeaving(operator)
  }
  const problem = isProblem(remove.error, 'last-operator') ? t('remove.last') : t('failed')
  return (
    <ColumnPage backTo="/operator" back={t('back')} title={t('title')} lead={t('intro')}>
      <Stack gap="sm" mb="xl">
        {!query.data && <Skeleton h={72} radius="lg" aria-label={t('loading')} />}
        {query.data?.map((operator) => (
          <OperatorCard key={operator.accountId ?? operator.phone} operator={operator} onRemove={() => ask(operator)} />
        ))}
      </Stack>
      <AddOperator />
      <ConfirmDialog
        isOpen={leaving !== null}
        title={t('remove.title')}
        text={t('remove.text', { name: nameOf(leaving) })}
        confirm={t('remove')}
        cancel={t('cancel')}
        isPending={remove.isPending}
        problem={remove.isError ? problem : null}
        onConfirm={() => leaving && remove.mutate(leaving)}
        onClose={() => setLeaving(null)}
      />
    </ColumnPage>
  )
}

const nameOf = (operator: Operator | null): string => operator?.name || formatPhone(operator?.phone ?? '')

function OperatorCard({ operator, onRemove }: { operator: Operator; onRemove: () => void }) {
  const me = useMe()
  const name = nameOf(operator)
  return (
    <Paper withBorder radius="lg" p="md">
      {/* On a phone what stands after the name goes below it, rather than the name into pieces. */}
      <Group gap="xs" justify="flex-end">
        <Face name={name} />
        <div style={{ flex: '1 1 190px', minWidth: 0 }}>
          <Text fw={600}>{name}</Text>
          <Text size="sm" c="dimmed">
            {formatPhone(operator.phone ?? '')}
          </Text>
        </div>
        {operator.accountId === me.accountId && <Badge variant="light">{t('you')}</Badge>}
        {operator.accountId === null && <Badge color="wheat">{t('awaited')}</Badge>}
        <Button variant="subtle" color="red" aria-label={t('remove.label', { name })} onClick={onRemove}>
          {t('remove')}
        </Button>
      </Group>
    </Paper>
  )
}
