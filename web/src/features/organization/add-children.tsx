import { Button, Modal, Stack, Text, Textarea } from '@mantine/core'
import { type ChildId, childEndpoints, type Group } from '@kolosok/contract'
import { useRef, useState } from 'react'
import { newId } from '#lib/new-id.ts'
import classes from './group.module.css'
import { useChange } from './mutations.ts'
import { badFieldsOf, sentenceOf } from './problems.ts'
import { type NameRow, readNames } from './read-names.ts'
import { t } from './children-texts.ts'

const MAX_AT_ONCE = 300
/** Lines that are skipped unless somebody says otherwise. */
const mendable = (row: NameRow) => row.verdict === 'there' || row.verdict === 'twice' || row.verdict === 'heading'
const keyOf = (row: NameRow) => `${String(row.line)} ${row.name}`

type Props = { readonly group: Group; readonly known: readonly string[]; readonly onClose: () => void }

/** A pasted list, with what was understood of each line before anything is saved. */
export function AddChildren({ group, known, onClose }: Props) {
  const [text, setText] = useState('')
  const [forced, setForced] = useState<ReadonlySet<string>>(new Set())
  const add = useChange(childEndpoints.add)
  // A retry of the same line after a lost answer must be the same child.
  const ids = useRef(new Map<string, ChildId>())
  const idOf = (row: NameRow) => {
    const id = ids.current.get(keyOf(row)) ?? (newId() as ChildId)
    ids.current.set(keyOf(row), id)
    return id
  }
  const rows = readNames(text, known)
  const isAdded = (row: NameRow) => row.verdict === 'add' || forced.has(keyOf(row))
  const added = rows.filter(isAdded)
  const isTooMany = added.length > MAX_AT_ONCE
  const refused = badFieldsOf(add.error) ?? {}
  const refusedRow = (row: NameRow) => refused[`children/${String(added.indexOf(row))}/name`]

  const submit = () => {
    const children = added.map((row) => ({ id: idOf(row), name: row.name, isNamesake: forced.has(keyOf(row)) }))
    add.mutate({ params: { groupId: group.id }, body: { children } }, { onSuccess: onClose })
  }
  const error = isTooMany
    ? t('children.add.too-many')
    : add.isError && Object.keys(refused).length === 0 && sentenceOf(add.error)

  return (
    <Modal opened onClose={onClose} size="lg" title={t('children.add.title', { group: group.name })}>
      <Stack>
        <Textarea
          data-autofocus
          label={t('children.add.names')}
          description={t('children.add.hint')}
          placeholder={t('children.add.placeholder')}
          autosize
          minRows={4}
          maxRows={8}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value)
            add.reset()
          }}
          error={error}
        />
        {rows.length > 0 && (
          <section aria-labelledby="preview">
            <Text id="preview" fw={600} mb={6}>
              {t('children.add.preview')}
            </Text>
            <ul className={classes.preview} tabIndex={0} aria-labelledby="preview">
              {rows.map((row) => (
                <PreviewRow
                  key={keyOf(row)}
                  row={row}
                  isAdded={isAdded(row)}
                  refused={isAdded(row) ? refusedRow(row) : undefined}
                  onForce={() => setForced(new Set([...forced, keyOf(row)]))}
                />
              ))}
            </ul>
          </section>
        )}
        {rows.length > added.length && (
          <Text c="dimmed" size="sm">
            {t('children.add.skipped', { count: rows.length - added.length })}
          </Text>
        )}
        <Button disabled={added.length === 0 || isTooMany} loading={add.isPending} onClick={submit}>
          {t('children.add.do', { count: added.length })}
        </Button>
      </Stack>
    </Modal>
  )
}

type RowProps = { row: NameRow; isAdded: boolean; refused: string | undefined; onForce: () => void }

function PreviewRow({ row, isAdded, refused, onForce }: RowProps) {
  return (
    <li>
      <span>{row.name}</span>
      {isAdded ? (
        <span className={classes.verdict} data-skipped={refused !== undefined || undefined}>
          {refused ?? t('row.add')}
        </span>
      ) : (
        <span>
          <span className={classes.verdict} data-skipped>
            {t('row.line', { line: row.line })}
            {': '}
            {t(row.verdict === 'add' ? 'row.add' : `row.${row.verdict}`)}
          </span>
          {mendable(row) && (
            <Button variant="subtle" size="compact-md" mih={44} onClick={onForce}>
              {t(row.verdict === 'heading' ? 'row.anyway' : 'row.namesake')}
            </Button>
          )}
        </span>
      )}
    </li>
  )
}
