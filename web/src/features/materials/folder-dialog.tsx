import {
  type MaterialFolder,
  type MaterialFolderId,
  materialEndpoints,
  type MaterialShelf,
  type OrganizationId,
} from '@kolosok/contract'
import { Modal, Stack, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { type SyntheticEvent, useState } from 'react'
import { newId } from '#lib/new-id.ts'
import { DialogActions } from '#ui/dialog-actions.tsx'
import { badFieldsOf, sentenceOf } from './problems.ts'
import { useChange } from './queries.ts'
import { t } from './texts.ts'

type Props = {
  readonly organizationId: OrganizationId
  /** Whose it is. */
  readonly shelf: Pick<MaterialShelf, 'groupId' | 'programme'>
  readonly folder: MaterialFolder | null
  readonly onClose: () => void
}

export function FolderDialog({ organizationId, shelf, folder, onClose }: Props) {
  const [folderId] = useState(() => folder?.id ?? (newId() as MaterialFolderId))
  const [title, setTitle] = useState(folder?.title ?? '')
  const [fault, setFault] = useState<string | null>(null)
  const save = useChange(materialEndpoints.saveFolder)
  const navigate = useNavigate()

  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    if (title.trim() === '') {
      setFault(t('field.required'))
      return
    }
    const body = { title, groupId: shelf.groupId, programme: shelf.programme }
    save.mutate(
      { params: { organizationId, folderId }, body },
      {
        onSuccess: () => {
          onClose()
          if (!folder) void navigate({ to: '/materials/$folderId', params: { folderId } })
        },
        onError: (error) => setFault(badFieldsOf(error)?.['title'] ?? null),
      },
    )
  }
  const problem = save.error && badFieldsOf(save.error) === null ? sentenceOf(save.error) : null
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(folder ? 'folder.rename' : 'folder.new')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form noValidate onSubmit={submit}>
        <Stack>
          <TextInput
            label={t('folder.title')}
            maxLength={80}
            data-autofocus
            value={title}
            error={fault}
            onChange={({ currentTarget }) => {
              setTitle(currentTarget.value)
              setFault(null)
            }}
          />
          <DialogActions
            submit={t(folder ? 'save' : 'folder.create')}
            isPending={save.isPending}
            problem={problem}
            onClose={onClose}
          />
        </Stack>
      </form>
    </Modal>
  )
}
