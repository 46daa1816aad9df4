import { NativeSelect, Text, Title } from '@mantine/core'
import { columnMeaning, columnMeanings, type ColumnMeaning, type ImportDraft, importEndpoints } from '@kolosok/contract'
import { call } from '#lib/api.ts'
import { sentenceOf } from './faults.ts'
import classes from './imports.module.css'
import { useDraftChange } from './queries.ts'
import { t } from './texts.ts'

/** As a spreadsheet names its columns. */
export const letterOf = (index: number): string =>
  (index >= 26 ? String.fromCharCode(64 + Math.floor(index / 26)) : '') + String.fromCharCode(65 + (index % 26))

/** What each column was taken for; one that another column has already moves over. */
export function Columns({ draft: { id, kind, columns } }: { draft: ImportDraft }) {
  const choices = columnMeanings[kind].map((value) => ({ value, label: t(`meaning.${value}`) }))
  const set = useDraftChange(id, (meanings: ColumnMeaning[]) =>
    call(importEndpoints.setColumns, { params: { importId: id }, body: { meanings } }),
  )
  const choose = (index: number, meaning: ColumnMeaning) => {
    const others = columns.map((column) => (column.meaning === meaning ? 'ignored' : column.meaning))
    set.mutate(others.with(index, meaning))
  }
  return (
    <section className={classes.section} aria-labelledby="columns">
      <Title order={2} fz={18} id="columns">
        {t('columns')}
      </Title>
      <Text c={set.isError ? 'var(--danger)' : 'dimmed'} role={set.isError ? 'alert' : undefined} fz="sm">
        {set.isError ? sentenceOf(set.error) : t(kind === 'children' ? 'columns.lead' : 'columns.lead.staff')}
      </Text>
      <ul className={classes.columns}>
        {columns.map(({ title, meaning, examples }, index) => {
          const name = title || t('column', { letter: letterOf(index) })
          return (
            // A column is its place in the sheet.
            <li key={index} data-ignored={meaning === 'ignored' || undefined}>
              <b>{name}</b>
              <span className={classes.examples}>{examples.join(' · ')}</span>
              <NativeSelect
                size="md"
                aria-label={t('column.meaning', { name })}
                data={choices}
                value={meaning}
                disabled={set.isPending}
                onChange={(event) => choose(index, columnMeaning.parse(event.currentTarget.value))}
              />
            </li>
          )
        })}
      </ul>
    </section>
  )
}
