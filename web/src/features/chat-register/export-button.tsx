import { Button, Text } from '@mantine/core'
import { IconFileSpreadsheet } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useOrganization } from '#features/organization-frame/index.ts'
import { saveWorkbook } from '#ui/save-workbook.ts'
import type { Page } from './queries.ts'
import { t } from './texts.ts'

type Cells<Row> = readonly { readonly title: string; readonly width: number; readonly cell: (row: Row) => string }[]
type Props<Row, Id> = {
  /** What is exported, for the file's name. */
  readonly name: string
  readonly cells: Cells<Row>
  readonly ask: (from: Id | null) => Promise<Page<Row, Id>>
}

/** All of it, page by page, whatever of it stands on screen. */
export function ExportButton<Row, Id>({ name, cells, ask }: Props<Row, Id>) {
  const { shortName } = useOrganization()
  const exporting = useMutation({
    mutationFn: async () => {
      const rows: Row[] = []
      let from: Id | null = null
      do {
        const page: Page<Row, Id> = await ask(from)
        rows.push(...page.rows)
        from = page.next
      } while (from !== null)
      const file = t('export.file', { register: name, name: shortName, date: new Date().toISOString().slice(0, 10) })
      await saveWorkbook({ file, heads: [...cells], rows: rows.map((row) => cells.map(({ cell }) => cell(row))) })
    },
  })
  return (
    <div>
      <Button
        variant="default"
        leftSection={<IconFileSpreadsheet size={20} />}
        loading={exporting.isPending}
        onClick={() => exporting.mutate()}
      >
        {t('export')}
      </Button>
      {exporting.isError && (
        <Text role="alert" c="var(--danger)">
          {t('export.failed')}
        </Text>
      )}
    </div>
  )
}
