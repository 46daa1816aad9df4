import { type PeriodKind, periodsUntil, type StatisticsReportId } from '@kolosok/contract'
import { Alert, Button, Group, Modal, NativeSelect, Stack, Text } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useOrganization } from '#features/organization-frame/index.ts'
import { toCalendarDay } from '#lib/dates.ts'
import { newId } from '#lib/new-id.ts'
import { useCompile } from './queries.ts'
import { t } from './texts.ts'
import { nameOfPeriod, sentenceOf } from './words.ts'

const kinds = ['month', 'quarter', 'school-year'] as const satisfies readonly PeriodKind[]
/** As far back as somebody would look. */
const COUNT: Record<PeriodKind, number> = { 'month': 18, 'quarter': 8, 'school-year': 5 }

/** For which period; everything else follows. */
export function NewReport({ onClose }: { onClose: () => void }) {
  const { id, code } = useOrganization()
  const navigate = useNavigate()
  const compile = useCompile()
  // One id for the whole dialog: a retry makes one report.
  const [statisticsReportId] = useState(() => newId() as StatisticsReportId)
  const [kind, setKind] = useState<PeriodKind>('month')
  const [picked, setPicked] = useState('')
  const [today] = useState(() => toCalendarDay(new Date()))
  const periods = periodsUntil(kind, today, COUNT[kind])
  // What is over comes first to mind.
  const period = periods.find(({ firstDay }) => firstDay === picked) ?? periods[1] ?? periods[0]
  if (!period) return null

  const submit = () => {
    compile.mutate(
      { params: { organizationId: id, statisticsReportId }, body: { kind, firstDay: period.firstDay } },
      {
        onSuccess: () =>
          void navigate({
            to: '/o/$code/statistics/reports/$reportId',
            params: { code, reportId: statisticsReportId },
          }),
      },
    )
  }
  return (
    <Modal opened onClose={onClose} title={t('new.title')}>
      <Stack>
        <NativeSelect
          label={t('new.kind')}
          value={kind}
          onChange={(event) => setKind(event.currentTarget.value as PeriodKind)}
          data={kinds.map((value) => ({ value, label: t(`period.${value}`) }))}
        />
        <NativeSelect
          label={t('new.period')}
          value={period.firstDay}
          onChange={(event) => setPicked(event.currentTarget.value)}
          data={periods.map((each) => ({ value: each.firstDay, label: nameOfPeriod(each) }))}
        />
        {period.lastDay >= today && (
          <Text c="dimmed" fz="sm">
            {t('new.unfinished')}
          </Text>
        )}
        {compile.error && (
          <Alert color="red" role="alert">
            {sentenceOf(compile.error)}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button loading={compile.isPending} onClick={submit}>
            {t('new.submit')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
