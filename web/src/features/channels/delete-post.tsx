import type { Post } from '@kolosok/contract'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'
import { sentenceOf } from './problems.ts'
import { useRemovePost } from './queries.ts'
import { t } from './texts.ts'

type Props = { readonly post: Post; readonly onClose: () => void }

export function DeletePost({ post, onClose }: Props) {
  const remove = useRemovePost()
  return (
    <ConfirmDialog
      isOpen
      title={t('delete.title')}
      text={t(post.state === 'published' ? 'delete.text' : 'delete.proposal')}
      confirm={t('delete.confirm')}
      cancel={t('cancel')}
      isPending={remove.isPending}
      problem={remove.error && sentenceOf(remove.error)}
      onConfirm={() => {
        remove.mutate(post.id, { onSuccess: onClose })
      }}
      onClose={onClose}
    />
  )
}
