import type { TicketMonth } from '@kolosok/contract'
import { Button, Title } from '@mantine/core'
import { IconArrowLeft, IconChartBar } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { locale } from '#lib/i18n.ts'
import { type Column, Records } from '#ui/records.tsx'
import { EmptyState } from '#ui/states.tsx'
import { ListLoading, LoadingFailed } from './list-states.tsx'
import { figuresQuery } from './queries.ts'
import { t } from './texts.ts'
import classes from './tickets.module.css'

const monthName = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric' })
const nameOf = ({ month }: TicketMonth) => monthName.format(new Date(`${month}-15T12:00:00`))

/** 40 мин, 3 ч, 2 дня. */
function lengthOf(minutes: number | null): string {
  if (minutes === null) return t('figures.none')
  if (minutes < 60) return t('minutes', { count: minutes })
  return minutes < 2 * 24 * 60
    ? t('hours', { count: Math.round(minutes / 60) })
    : t('days', { count: Math.round(minutes / (24 * 60)) })
}

const columns: readonly Column<TicketMonth>[] = [
  { key: 'month', title: t('figures.month'), cell: nameOf },
  { key: 'came', title: t('figures.came'), cell: ({ came }) => came },
  { key: 'answer', title: t('figures.answer'), cell: ({ answerMinutes }) => lengthOf(answerMinutes) },
  { key: 'solve', title: t('figures.solve'), cell: ({ solveMinutes }) => lengthOf(solveMinutes) },
  {
    key: 'stars',
    title: t('figures.stars'),
    cell: ({ stars, rated }) =>
      stars === null ? t('figures.none') : t('figures.stars.value', { stars, count: rated }),
  },
]

/** How long people wait for the platform's support. */
export function FiguresPage() {
  const figures = useQuery(figuresQuery())
  return (
    <div className={classes.page} data-wide>
      <Button
        component={Link}
        to="/operator/tickets"
        variant="subtle"
        leftSection={<IconArrowLeft size={18} />}
        w="fit-content"
      >
        {t('back')}
      </Button>
      <div>
        <Title order={1} fz={26}>
          {t('figures.title')}
        </Title>
        <p className={classes.lead}>{t('figures.lead')}</p>
      </div>
      {figures.isPending && <ListLoading />}
      {figures.isError && <LoadingFailed onRetry={() => void figures.refetch()} />}
      {figures.data?.months.length === 0 && (
        <EmptyState icon={<IconChartBar size={40} />} title={t('figures.empty.title')} text={t('figures.empty.text')} />
      )}
      {figures.data && figures.data.months.length > 0 && (
        <Records
          label={t('figures.title')}
          rows={figures.data.months}
          columns={columns}
          idOf={({ month }) => month}
          nameOf={nameOf}
        />
      )}
    </div>
  )
}
