import { Button, Modal, SegmentedControl, Stack, Text, Textarea } from '@mantine/core'
import { type GroupId, groupEndpoints, type madeGroupKind } from '@kolosok/contract'
import { useRef, useState } from 'react'
import { useOrganization } from '#features/organization-frame/index.ts'
import { newId } from '#lib/new-id.ts'
import { useChange } from './mutations.ts'
import { badFieldsOf, sentenceOf } from './problems.ts'
import { readLines } from './read-names.ts'
import { t } from './texts.ts'

/** One group or the whole list of them; a refused line is named, and the text stays. */
export function AddGroups({ onClose }: { onClose: () => void }) {
  const { id } = useOrganization()
  const [text, setText] = useState('')
  const [kind, setKind] = useState<(typeof madeGroupKind.options)[number]>('class')
  const create = useChange(groupEndpoints.create)
  // A retry of the same line after a lost answer must be the same group.
  const ids = useRef(new Map<string, GroupId>())
  const idOf = (name: string) => {
    const known = ids.current.get(name) ?? (newId() as GroupId)
    ids.current.set(name, known)
    return known
  }
  const lines = readLines(text)
  const bad = badFieldsOf(create.error) ?? {}
  const refused = Object.entries(bad).flatMap(([field, why]) => {
    const found = lines[Number(field.split('/')[1])]
    return found ? [t('groups.add.bad', { line: found.line, name: found.name, why })] : []
  })
  const errors = create.isError && refused.length === 0 ? [sentenceOf(create.error)] : refused

  const submit = () => {
    const groups = lines.map(({ name }, index) => ({ id: idOf(`${String(index)} ${name}`), name, kind }))
    create.mutate({ params: { organizationId: id }, body: { groups } }, { onSuccess: onClose })
  }

  return (
    <Modal opened onClose={onClose} title={t('groups.add.title')} size="md">
      <Stack>
        <SegmentedControl
          fullWidth
          value={kind}
          onChange={setKind}
          aria-label={t('groups.add.kind')}
          data={(['class', 'club'] as const).map((value) => ({ value, label: t(`kind.${value}`) }))}
        />
        <Textarea
          data-autofocus
          label={t('groups.add.names')}
          placeholder={t('groups.add.placeholder')}
          autosize
          minRows={4}
          maxRows={14}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value)
            create.reset()
          }}
          error={
            errors.length > 0 && (
              <>
                {errors.map((sentence) => (
                  <Text key={sentence} span display="block" inherit>
                    {sentence}
                  </Text>
                ))}
              </>
            )
          }
        />
        <Button disabled={lines.length === 0} loading={create.isPending} onClick={submit}>
          {t('groups.add.do', { count: lines.length })}
        </Button>
      </Stack>
    </Modal>
  )
}
