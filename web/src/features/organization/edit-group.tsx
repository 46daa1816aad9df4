import { Button, Group as Row, Modal, NativeSelect, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { type Group, groupEndpoints, madeGroupKind } from '@kolosok/contract'
import { IconArchive } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useOrganization } from '#features/organization-frame/index.ts'
import { AgeField } from './age-field.tsx'
import { showUndo } from '#ui/show-undo.ts'
import { useChange, useRestoreGroup } from './mutations.ts'
import { ParentField } from './parent-field.tsx'
import { badFieldsOf, showProblem } from './problems.ts'
import { t } from './group-texts.ts'

export function EditGroup({ group, onClose }: { group: Group; onClose: () => void }) {
  const { code } = useOrganization()
  const navigate = useNavigate()
  const edit = useChange(groupEndpoints.edit)
  const archive = useChange(groupEndpoints.archive)
  const { restore } = useRestoreGroup()
  const { name, kind, age, programme, parentId } = group
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { name, kind: kind === 'staff' ? 'class' : kind, age, programme, parentId },
  })
  const [place, setPlace] = useState(parentId)
  const params = { groupId: group.id }

  const submit = form.onSubmit((body) => {
    edit.mutate(
      { params, body },
      {
        onSuccess: onClose,
        onError: (error) => {
          const bad = badFieldsOf(error)
          if (!bad) {
            showProblem(error)
            return
          }
          form.setErrors(bad)
          form.getInputNode(Object.keys(bad)[0] ?? 'name')?.focus()
        },
      },
    )
  })
  const putAway = () =>
    archive.mutate(
      { params },
      {
        onSuccess: () => {
          onClose()
          void navigate({ to: '/o/$code/groups', params: { code } })
          showUndo(t('group.archived', { name }), { label: t('undo'), run: () => restore(group.id) })
        },
        onError: showProblem,
      },
    )

  return (
    <Modal opened onClose={onClose} title={t('group.edit.title')}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <TextInput data-autofocus label={t('group.name')} key={form.key('name')} {...form.getInputProps('name')} />
          <NativeSelect
            size="md"
            label={t('groups.add.kind')}
            data={madeGroupKind.options.map((value) => ({ value, label: t(`kind.${value}`) }))}
            key={form.key('kind')}
            {...form.getInputProps('kind')}
          />
          <AgeField key={form.key('age')} {...form.getInputProps('age')} />
          <TextInput label={t('group.programme')} key={form.key('programme')} {...form.getInputProps('programme')} />
          <ParentField
            groupId={group.id}
            value={place}
            error={form.errors['parentId'] as string | undefined}
            onChange={(chosen) => {
              setPlace(chosen)
              form.setFieldValue('parentId', chosen)
            }}
          />
          <Row justify="space-between" wrap="wrap-reverse">
            <Button
              variant="subtle"
              color="gray"
              leftSection={<IconArchive size={18} />}
              loading={archive.isPending}
              onClick={putAway}
            >
              {t('group.archive')}
            </Button>
            <Button type="submit" flex={{ base: '1 1 140px', sm: '0 1 auto' }} loading={edit.isPending}>
              {t('save')}
            </Button>
          </Row>
        </Stack>
      </form>
    </Modal>
  )
}
