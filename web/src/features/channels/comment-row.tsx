import type { Comment } from '@kolosok/contract'
import { ActionIcon, Menu } from '@mantine/core'
import { IconDots, IconFlag, IconPencil, IconTrash } from '@tabler/icons-react'
import { Suspense, useState } from 'react'
import { CommentReportDialog } from '#features/message-reports/index.ts'
import { formatDay, formatTime } from '#lib/dates.ts'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'
import { ConfirmedBadge } from '#ui/confirmed-badge.tsx'
import { Face } from '#ui/face.tsx'
import { LinkedText } from '#ui/linked-text.tsx'
import classes from './channels.module.css'
import { useRemoveComment } from './comment-queries.ts'
import { sentenceOf } from './problems.ts'
import { t } from './texts.ts'

type Props = { readonly comment: Comment; readonly onEdit: () => void }

export function CommentRow({ comment, onEdit }: Props) {
  const { author, text, saidAt, editedAt } = comment
  const name = author.name === '' ? t('poll.someone') : author.name
  return (
    <article className={classes.comment}>
      <Face name={name} size={36} />
      <div className={classes.commentSaid}>
        <div className={classes.commentHead}>
          <b>{name}</b>
          {author.isConfirmed && <ConfirmedBadge label={t('confirmed')} />}
          {author.label !== '' && <span className={classes.label}>{author.label}</span>}
          <time className={classes.label} dateTime={saidAt}>
            {formatDay(saidAt)}, {formatTime(saidAt)}
            {editedAt !== null && ` · ${t('comments.edited')}`}
          </time>
        </div>
        <p className={classes.commentText} dir="auto">
          <LinkedText text={text} />
        </p>
      </div>
      <CommentMenu comment={comment} onEdit={onEdit} />
    </article>
  )
}

function CommentMenu({ comment, onEdit }: Props) {
  const [isRemoving, setRemoving] = useState(false)
  const [isReporting, setReporting] = useState(false)
  const remove = useRemoveComment()
  return (
    <>
      <Menu position="bottom-end" shadow="md" radius="md" width={200}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={44} aria-label={t('comments.menu')}>
            <IconDots size={20} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {comment.mayEdit && (
            <Menu.Item leftSection={<IconPencil size={20} />} onClick={onEdit}>
              {t('post.edit')}
            </Menu.Item>
          )}
          {!comment.isOwn && (
            <Menu.Item leftSection={<IconFlag size={20} />} onClick={() => setReporting(true)}>
              {t('comments.report')}
            </Menu.Item>
          )}
          {comment.mayRemove && (
            <Menu.Item color="red" leftSection={<IconTrash size={20} />} onClick={() => setRemoving(true)}>
              {t('post.delete')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {isReporting && (
        <Suspense>
          <CommentReportDialog comment={comment} onClose={() => setReporting(false)} />
        </Suspense>
      )}
      {isRemoving && (
        <ConfirmDialog
          isOpen
          title={t('comments.delete.title')}
          text={t(comment.isOwn ? 'comments.delete.own' : 'comments.delete.other')}
          confirm={t('delete.confirm')}
          cancel={t('cancel')}
          isPending={remove.isPending}
          problem={remove.error && sentenceOf(remove.error)}
          onConfirm={() => {
            const params = { postId: comment.postId, commentId: comment.id }
            remove.mutate({ params }, { onSuccess: () => setRemoving(false) })
          }}
          onClose={() => setRemoving(false)}
        />
      )}
    </>
  )
}
