import { type Material, materialEndpoints, type MaterialFolderId, type MaterialId } from '@kolosok/contract'
import { Modal, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useCurrentOrganization } from '#lib/current-organization.ts'
import { newId } from '#lib/new-id.ts'
import { DialogActions } from '#ui/dialog-actions.tsx'
import { folderChoices } from './folder-choices.ts'
import { badFieldsOf, sentenceOf } from './problems.ts'
import { shelvesQuery, useChange } from './queries.ts'
import { t } from './texts.ts'

type Props = {
  readonly folderId: MaterialFolderId
  /** Null: a new link. */
  readonly material: Material | null
  readonly onClose: () => void
}

/** What is typed, and how it is saved; a retry saves the same. */
function useMaterialForm({ folderId, material, onClose }: Props) {
  const [materialId] = useState(() => material?.id ?? (newId() as MaterialId))
  const save = useChange(materialEndpoints.save)
  const isLink = material?.link !== null
  const { title = '', note = '', link = null, rev = null } = material ?? {}
  const form = useForm({
    initialValues: { title, note, link: link ?? '', folderId },
    validate: {
      title: (typed) => (typed.trim() === '' ? t('field.required') : null),
      link: (typed) => (isLink && typed.trim() === '' ? t('field.required') : null),
    },
  })
  const submit = form.onSubmit((typed) => {
    const body = { title: typed.title, note: typed.note, link: isLink ? typed.link : null, rev }
    save.mutate(
      { params: { folderId: typed.folderId, materialId }, body },
      { onSuccess: onClose, onError: (error) => form.setErrors(badFieldsOf(error) ?? {}) },
    )
  })
  const problem = save.error && badFieldsOf(save.error) === null ? sentenceOf(save.error) : null
  return { form, submit, isLink, problem, isPending: save.isPending }
}

/** A new link; or another title, note, address or folder of what is there. */
export function MaterialDialog(props: Props) {
  const { material, onClose } = props
  const { form, submit, isLink, problem, isPending } = useMaterialForm(props)
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(material ? 'material.edit' : 'add.link')}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form noValidate onSubmit={submit}>
        <Stack>
          {isLink && (
            <TextInput
              type="url"
              inputMode="url"
              label={t('field.link')}
              description={t('field.link.hint')}
              placeholder="https://"
              maxLength={2000}
              data-autofocus
              {...form.getInputProps('link')}
            />
          )}
          <TextInput label={t('field.title')} maxLength={200} {...form.getInputProps('title')} />
          <Textarea
            label={t('field.note')}
            description={t('field.note.hint')}
            maxLength={1000}
            autosize
            minRows={2}
            maxRows={6}
            {...form.getInputProps('note')}
          />
          {material && <FolderField {...form.getInputProps('folderId')} />}
          <DialogActions submit={t('save')} isPending={isPending} problem={problem} onClose={onClose} />
        </Stack>
      </form>
    </Modal>
  )
}

/** Where else it could lie. */
function FolderField(props: { readonly value?: string }) {
  const { organization } = useCurrentOrganization()
  const query = useQuery({ ...shelvesQuery(organization?.id ?? ('' as never)), enabled: organization !== undefined })
  const choices = folderChoices(query.data?.shelves ?? [])
  // Until the others have come, the one it lies in.
  const data = choices.length > 0 ? choices : [{ group: '', items: [{ value: props.value ?? '', label: '…' }] }]
  return <NativeSelect label={t('field.folder')} data={data} {...props} />
}
