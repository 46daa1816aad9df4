import type { Post } from '@kolosok/contract'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'
import { sentenceOf } from './problems.ts'
import { useClosePoll } from './queries.ts'
import { t } from './texts.ts'

type Props = { readonly post: Post; readonly onClose: () => void }

export function ClosePoll({ post, onClose }: Props) {
  const close = useClosePoll()
  return (
    <ConfirmDialog
      isOpen
      title={t('close-poll.title')}
      text={t('close-poll.text')}
      confirm={t('close-poll.confirm')}
      cancel={t('cancel')}
      isPending={close.isPending}
      problem={close.error && sentenceOf(close.error)}
      onConfirm={() => {
        close.mutate(post.id, { onSuccess: onClose })
      }}
      onClose={onClose}
    />
  )
}
