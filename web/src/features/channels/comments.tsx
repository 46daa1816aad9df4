import type { Comment, Post } from '@kolosok/contract'
import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { NotYet } from '#ui/not-yet.tsx'
import classes from './channels.module.css'
import { CommentField } from './comment-field.tsx'
import { CommentRow } from './comment-row.tsx'
import { commentsQuery, useSetCommentsRead } from './comment-queries.ts'
import { t } from './texts.ts'

type Props = { readonly post: Post; readonly comments: NonNullable<Post['comments']> }

/** A line that opens the thread under a post; nothing is asked for before. */
export function Comments({ post, comments: { isOpen, count, unread } }: Props) {
  const [isShown, setShown] = useState(false)
  if (!isOpen && count === 0) return null
  return (
    <div className={classes.comments}>
      <Button variant="subtle" px={0} aria-expanded={isShown} onClick={() => setShown(!isShown)}>
        {t('comments.open', { count })}
        {unread > 0 && ` · ${t('comments.unread', { count: unread })}`}
      </Button>
      {isShown && <Thread postId={post.id} />}
    </div>
  )
}

function Thread({ postId }: { readonly postId: Post['id'] }) {
  const query = useInfiniteQuery(commentsQuery(postId))
  const [editing, setEditing] = useState<Comment | null>(null)
  const pages = query.data?.pages ?? []
  const comments = [...pages].reverse().flatMap((page) => page.comments)
  const lastSeq = pages[0]?.lastSeq
  const { mutate } = useSetCommentsRead(postId)
  useEffect(() => {
    if (lastSeq !== undefined) mutate(lastSeq)
  }, [lastSeq, mutate])
  const newest = pages[0]
  return (
    <div className={classes.thread}>
      <NotYet query={query} hidden={t('error.hidden')} />
      {query.hasNextPage && (
        <Button variant="subtle" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('comments.more')}
        </Button>
      )}
      {comments.map((comment) =>
        editing?.id === comment.id ? (
          <CommentField key={comment.id} postId={postId} comment={comment} onDone={() => setEditing(null)} />
        ) : (
          <CommentRow key={comment.id} comment={comment} onEdit={() => setEditing(comment)} />
        ),
      )}
      {newest && comments.length === 0 && <p className={classes.label}>{t('comments.empty')}</p>}
      {newest &&
        (newest.mayComment ? (
          <CommentField postId={postId} />
        ) : (
          <p className={classes.label}>{t('comments.closed')}</p>
        ))}
    </div>
  )
}
