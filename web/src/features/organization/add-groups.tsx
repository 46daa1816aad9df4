import { Button, Modal, NativeSelect, Stack, Text, Textarea } from '@mantine/core'
import { type GroupId, groupEndpoints, guessAge, madeGroupKind } from '@kolosok/contract'
import { useRef, useState } from 'react'
import { useOrganization } from '#features/organization-frame/index.ts'
import { newId } from '#lib/new-id.ts'
import { useChange } from './mutations.ts'
import { ParentField } from './parent-field.tsx'
import { badFieldsOf, sentenceOf } from './problems.ts'
import { readLines } from './read-names.ts'
import { t } from './group-texts.ts'

/** One group or the whole list of them; a refused line is named, and the text stays. */
export function AddGroups({ onClose }: { onClose: () => void }) {
  const { id } = useOrganization()
  const [text, setText] = useState('')
  const [kind, setKind] = useState<(typeof madeGroupKind.options)[number]>('class')
  const [parentId, setParentId] = useState<GroupId | null>(null)
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
    const groups = lines.map(({ name }, index) => {
      return { id: idOf(`${String(index)} ${name}`), name, kind, age: guessAge(name), parentId }
    })
    create.mutate({ params: { organizationId: id }, body: { groups } }, { onSuccess: onClose })
  }

  return (
    <Modal opened onClose={onClose} title={t('groups.add.title')} size="md">
      <Stack>
        <NativeSelect
          size="md"
          label={t('groups.add.kind')}
          value={kind}
          onChange={({ currentTarget }) => setKind(madeGroupKind.parse(currentTarget.value))}
          data={madeGroupKind.options.map((value) => ({ value, label: t(`kind.${value}`) }))}
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
        <ParentField groupId={null} value={parentId} onChange={setParentId} />
        <Button disabled={lines.length === 0} loading={create.isPending} onClick={submit}>
          {t('groups.add.do', { count: lines.length })}
        </Button>
      </Stack>
    </Modal>
  )
}
