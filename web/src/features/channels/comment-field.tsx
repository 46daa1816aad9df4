import { type Comment, type CommentId, MAX_COMMENT, type PostId } from '@kolosok/contract'
import { Button, Group, Textarea } from '@mantine/core'
import { useState } from 'react'
import { newId } from '#lib/new-id.ts'
import classes from './channels.module.css'
import { useWriteComment } from './comment-queries.ts'
import { badFieldsOf, sentenceOf } from './problems.ts'
import { t } from './texts.ts'

type Props = { readonly postId: PostId; readonly comment?: Comment; readonly onDone?: () => void }

/** What is typed stays until it has arrived; a retry writes the same comment. */
export function CommentField({ postId, comment, onDone }: Props) {
  const [commentId, setCommentId] = useState(() => comment?.id ?? (newId() as CommentId))
  const [text, setText] = useState(comment?.text ?? '')
  const [fault, setFault] = useState<string | null>(null)
  const write = useWriteComment()
  const send = () => {
    if (text.trim() === '') {
      setFault(t('comments.required'))
      return
    }
    write.mutate(
      { params: { postId, commentId }, body: { text } },
      {
        onSuccess: () => {
          setText('')
          setCommentId(newId() as CommentId)
          onDone?.()
        },
        onError: (error) => setFault(badFieldsOf(error)?.['text'] ?? sentenceOf(error)),
      },
    )
  }
  return (
    <form
      className={classes.commentField}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <Textarea
        aria-label={t('comments.field')}
        placeholder={t('comments.field')}
        description={comment ? undefined : t('comments.note')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={text}
        maxLength={MAX_COMMENT}
        autosize
        minRows={1}
        maxRows={8}
        error={fault}
        onChange={({ currentTarget }) => {
          setText(currentTarget.value)
          setFault(null)
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
          event.preventDefault()
          send()
        }}
      />
      <Group gap="xs" justify="flex-end">
        {onDone && (
          <Button variant="default" onClick={onDone}>
            {t('cancel')}
          </Button>
        )}
        <Button type="submit" loading={write.isPending}>
          {t(comment ? 'editor.save' : 'comments.send')}
        </Button>
      </Group>
    </form>
  )
}
