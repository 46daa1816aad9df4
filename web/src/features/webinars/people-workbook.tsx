import type { WebinarPlan } from '@kolosok/contract'
import { Alert, Button } from '@mantine/core'
import { IconFileSpreadsheet } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { formatMoment, formatPlainDay } from '#lib/dates.ts'
import { saveWorkbook } from '#ui/save-workbook.ts'
import { attendedOf, stateOf } from './people-columns.tsx'
import { fetchPeople } from './plan-queries.ts'
import { p } from './plan-texts.ts'
import { t } from './texts.ts'

const heads = [
  'name',
  'organization',
  'position',
  'email',
  'state',
  'asked',
  'attended',
  'minutes',
  'certificate',
] as const

/** All of them, however many pages they are on the screen. */
export function PeopleWorkbook({ webinar: { id, title, startsAt } }: { webinar: WebinarPlan }) {
  const save = useMutation({
    mutationFn: async () => {
      const rows = (await fetchPeople(id)).map((one) => [
        one.name,
        one.organization,
        one.position,
        one.email ?? '',
        stateOf(one),
        formatMoment(one.askedAt),
        attendedOf(one),
        one.minutes === null ? '' : String(one.minutes),
        one.certificate ?? '',
      ])
      const columns = heads.map((head) => ({ title: p(`people.${head}`), width: 24 }))
      await saveWorkbook({ file: `${title} ${formatPlainDay(startsAt)}`.slice(0, 100), heads: columns, rows })
    },
  })
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconFileSpreadsheet size={20} />}
        loading={save.isPending}
        onClick={() => save.mutate()}
      >
        {p('people.workbook')}
      </Button>
      {save.isError && (
        <Alert color="red" role="alert">
          {t('problem.other')}
        </Alert>
      )}
    </>
  )
}
