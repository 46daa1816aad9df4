import { Button, Group as Row, Modal, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { type Group, groupEndpoints } from '@kolosok/contract'
import { IconArchive } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useOrganization } from '#features/organization-frame/index.ts'
import { showUndo, useChange, useRestoreGroup } from './mutations.ts'
import { badFieldsOf, showProblem } from './problems.ts'
import { t } from './texts.ts'

export function EditGroup({ group, onClose }: { group: Group; onClose: () => void }) {
  const { code } = useOrganization()
  const navigate = useNavigate()
  const edit = useChange(groupEndpoints.edit)
  const archive = useChange(groupEndpoints.archive)
  const { restore } = useRestoreGroup()
  const { name, age, programme } = group
  const form = useForm({ mode: 'uncontrolled', initialValues: { name, age, programme } })
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
          <TextInput
            label={t('group.age')}
            placeholder={t('group.age.placeholder')}
            key={form.key('age')}
            {...form.getInputProps('age')}
          />
          <TextInput label={t('group.programme')} key={form.key('programme')} {...form.getInputProps('programme')} />
          <Row justify="space-between">
            <Button
              variant="subtle"
              color="gray"
              leftSection={<IconArchive size={18} />}
              loading={archive.isPending}
              onClick={putAway}
            >
              {t('group.archive')}
            </Button>
            <Button type="submit" loading={edit.isPending}>
              {t('save')}
            </Button>
          </Row>
        </Stack>
      </form>
    </Modal>
  )
}
