import { type Material, materialEndpoints, type MaterialFolderId, type MaterialId } from '@kolosok/contract'
import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core'
import { IconPaperclip } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { UploadTray, useUploads } from '#features/files/index.ts'
import { newId } from '#lib/new-id.ts'
import { sentenceOf } from './problems.ts'
import { useChange } from './queries.ts'
import { t } from './texts.ts'

type Props = {
  readonly folderId: MaterialFolderId
  /** Whose file is replaced by another version of it. */
  readonly replaced?: Material
  readonly onClose: () => void
}

/** Several files at once, each a material called like it; or one, as the newest version of another. */
export function AddFiles({ folderId, replaced, onClose }: Props) {
  const tray = useUploads()
  const save = useChange(materialEndpoints.save)
  const renew = useChange(materialEndpoints.addVersion)
  const input = useRef<HTMLInputElement>(null)
  const [isMissing, setMissing] = useState(false)
  // A retry goes on where it failed: what is there already stays as it is.
  const ids = useRef(new Map<string, MaterialId>())
  const files = replaced ? tray.ready.slice(0, 1) : tray.ready

  const submit = async () => {
    setMissing(files.length === 0)
    if (files.length === 0) return
    for (const { fileId, name } of files) {
      if (replaced) {
        await renew.mutateAsync({ params: { materialId: replaced.id, fileId } })
        continue
      }
      const materialId = ids.current.get(fileId) ?? (newId() as MaterialId)
      ids.current.set(fileId, materialId)
      await save.mutateAsync({ params: { folderId, materialId }, body: { title: name.slice(0, 200), fileId } })
    }
    onClose()
  }

  const problem = save.error ?? renew.error
  const isPending = save.isPending || renew.isPending
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(replaced ? 'version.title' : 'add.files')}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Stack>
        <Text c="dimmed" fz="sm">
          {t(replaced ? 'version.text' : 'add.hint')}
        </Text>
        <UploadTray tray={tray} />
        <input
          ref={input}
          type="file"
          multiple={!replaced}
          hidden
          aria-label={t(replaced ? 'add.choose.one' : 'add.choose')}
          onChange={({ currentTarget }) => {
            tray.add([...(currentTarget.files ?? [])])
            setMissing(false)
            currentTarget.value = ''
          }}
        />
        <Button
          variant="light"
          leftSection={<IconPaperclip size={20} />}
          style={{ alignSelf: 'flex-start' }}
          onClick={() => input.current?.click()}
        >
          {t(replaced ? 'add.choose.one' : 'add.choose')}
        </Button>
        {(isMissing || problem) && (
          <Alert color="red" role="alert">
            {isMissing ? t('add.required') : sentenceOf(problem)}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button loading={isPending} disabled={tray.isBusy} onClick={() => void submit().catch(() => undefined)}>
            {t(tray.isBusy ? 'add.busy' : 'add.confirm', { count: files.length })}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
