import { Button, Text, TextInput } from '@mantine/core'
import { type ImportDraft, importEndpoints, type ImportLine } from '@kolosok/contract'
import { type SubmitEvent, useState } from 'react'
import { call, type CallInput } from '#lib/api.ts'
import { letterOf } from './columns.tsx'
import { sentenceOf } from './faults.ts'
import classes from './imports.module.css'
import { useDraftChange } from './queries.ts'
import { t } from './texts.ts'

type Props = { readonly draft: ImportDraft; readonly line: ImportLine }
type Mending = CallInput<typeof importEndpoints.mendLine>['body']

export function LineRow({ draft, line }: Props) {
  const [isOpen, setOpen] = useState(line.state === 'bad')
  const mend = useDraftChange(draft.id, async (body: Mending) => {
    const params = { importId: draft.id, line: line.line }
    return (await call(importEndpoints.mendLine, { params, body })).draft
  })

  return (
    <li className={classes.line} data-bad={line.state === 'bad' || undefined}>
      <span className={classes.number}>{t('line', { line: line.line })}</span>
      <div className={classes.said}>
        <b>{line.name || line.cells.filter((cell) => cell !== '').join(' · ')}</b>
        <span>{line.group}</span>
        {!isOpen && <LineProblems line={line} />}
      </div>
      <Acts
        kind={draft.kind}
        line={line}
        isPending={mend.isPending}
        onMend={isOpen ? null : () => setOpen(true)}
        onChange={(change) => mend.mutate(change)}
      />
      {isOpen && (
        <Cells draft={draft} line={line} isPending={mend.isPending} onSave={(cells) => mend.mutate({ cells })} />
      )}
      {mend.isError && (
        <Text role="alert" c="var(--danger)" fz="sm">
          {sentenceOf(mend.error)}
        </Text>
      )}
    </li>
  )
}

type ActsProps = {
  readonly kind: ImportDraft['kind']
  readonly line: ImportLine
  readonly isPending: boolean
  readonly onMend: (() => void) | null
  readonly onChange: (change: Mending) => void
}

function Acts({ kind, line: { state, problems }, isPending, onMend, onChange }: ActsProps) {
  const isDuplicate = problems.some(({ code }) => code === 'duplicate')
  const isSkipped = state === 'skipped'
  return (
    <div className={classes.acts}>
      {onMend && state !== 'aside' && !isSkipped && (
        <Button variant="subtle" mih={44} onClick={onMend}>
          {t('line.mend')}
        </Button>
      )}
      {isDuplicate && !isSkipped && (
        <Button variant="subtle" mih={44} loading={isPending} onClick={() => onChange({ isNamesake: true })}>
          {t(kind === 'staff' ? 'line.namesake.staff' : 'line.namesake')}
        </Button>
      )}
      {state !== 'aside' && state !== 'there' && (
        <Button
          variant="subtle"
          color="gray"
          mih={44}
          loading={isPending}
          onClick={() => onChange({ isSkipped: !isSkipped })}
        >
          {t(isSkipped ? 'line.take' : 'line.skip')}
        </Button>
      )}
    </div>
  )
}

/** What is wrong, beside what stands there: of two numbers nobody guesses which one is meant. */
export function LineProblems({ line: { cells, problems } }: { line: ImportLine }) {
  return problems.map(({ code, column, isWarning }) => {
    const cell = cells[column] ?? ''
    return (
      <span key={`${code}${String(column)}`} className={classes.problem}>
        {isWarning && cell !== '' ? t('problem.of', { cell, problem: t(`problem.${code}`) }) : t(`problem.${code}`)}
      </span>
    )
  })
}

type CellsProps = Props & { readonly isPending: boolean; readonly onSave: (cells: Record<string, string>) => void }

/** The cells that are brought in, each with what is wrong with it beside it. */
function Cells({ draft, line, isPending, onSave }: CellsProps) {
  const [changed, setChanged] = useState<Record<string, string>>({})
  const used = draft.columns.flatMap(({ meaning, title }, index) =>
    meaning === 'ignored' ? [] : [{ index, label: title || t('column', { letter: letterOf(index) }) }],
  )
  const problemIn = (index: number) => line.problems.find(({ column }) => column === index)
  const save = (event: SubmitEvent) => {
    event.preventDefault()
    onSave(changed)
  }
  return (
    <form className={classes.cells} onSubmit={save}>
      {used.map(({ index, label }) => {
        const problem = problemIn(index)
        return (
          <TextInput
            key={index}
            label={label}
            value={changed[String(index)] ?? line.cells[index] ?? ''}
            maxLength={1000}
            error={problem && t(`problem.${problem.code}`)}
            onChange={({ currentTarget }) => setChanged({ ...changed, [String(index)]: currentTarget.value })}
          />
        )
      })}
      <Button type="submit" variant="light" disabled={Object.keys(changed).length === 0} loading={isPending}>
        {t('line.save')}
      </Button>
    </form>
  )
}
