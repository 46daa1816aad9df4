import { type MaterialFolder, materialEndpoints } from '@kolosok/contract'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'
import { showUndo } from '#ui/show-undo.ts'
import { sentenceOf, showProblem } from './problems.ts'
import { useChange } from './queries.ts'
import { t } from './texts.ts'

type Props = { readonly folder: MaterialFolder; readonly onClose: () => void }

export function DeleteFolder({ folder, onClose }: Props) {
  const remove = useChange(materialEndpoints.removeFolder)
  const restore = useChange(materialEndpoints.restoreFolder)
  const params = { folderId: folder.id }
  return (
    <ConfirmDialog
      isOpen
      title={t('folder.delete.title', { title: folder.title })}
      text={t('folder.delete.text', { count: folder.count })}
      confirm={t('folder.delete.confirm')}
      cancel={t('cancel')}
      isPending={remove.isPending}
      problem={remove.error && sentenceOf(remove.error)}
      onConfirm={() => {
        remove.mutate(
          { params },
          {
            onSuccess: () => {
              onClose()
              showUndo(t('folder.deleted', { title: folder.title }), {
                label: t('undo'),
                run: () => restore.mutate({ params }, { onError: showProblem }),
              })
            },
          },
        )
      }}
      onClose={onClose}
    />
  )
}
