import type { Post } from '@kolosok/contract'
import { ActionIcon, Button, Menu } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconDots, IconPencil, IconPin, IconPinnedOff, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { Attachments } from '#features/files/index.ts'
import { formatDay, formatTime } from '#lib/dates.ts'
import { LinkedText } from '#ui/linked-text.tsx'
import { StateBadge } from '#ui/state-badge.tsx'
import classes from './channels.module.css'
import { DeletePost } from './delete-post.tsx'
import { sentenceOf } from './problems.ts'
import { usePin } from './queries.ts'
import { SeenByGroup } from './seen-by-group.tsx'
import { t } from './texts.ts'

type Props = {
  readonly post: Post
  readonly mayPublish: boolean
  /** Came since one was here last. */
  readonly isNew: boolean
  readonly onEdit: () => void
}

export function PostCard({ post, mayPublish, isNew, onEdit }: Props) {
  const { publishedAt, editedAt, isPinned, seen } = post
  const [isCounting, setCounting] = useState(false)
  return (
    <article className={classes.post}>
      <div className={classes.postHead}>
        <span className={classes.grow}>
          {publishedAt !== null && (
            <time dateTime={publishedAt}>
              {formatDay(publishedAt)}, {formatTime(publishedAt)}
            </time>
          )}
          {editedAt !== null && ` · ${t('post.edited')}`}
        </span>
        {isPinned && <StateBadge tone="quiet">{t('post.pinned')}</StateBadge>}
        {isNew && <StateBadge tone="good">{t('post.new')}</StateBadge>}
        {mayPublish && <PostMenu post={post} onEdit={onEdit} />}
      </div>
      <PostBody post={post} />
      {seen && (
        <div className={classes.foot}>
          <Button variant="subtle" color="gray" px={0} fw={400} onClick={() => setCounting(true)}>
            {t('post.seen', seen)}
          </Button>
        </div>
      )}
      {isCounting && <SeenByGroup post={post} onClose={() => setCounting(false)} />}
    </article>
  )
}

const LONG = 700

/** A long text shows its beginning; its files are always there. */
export function PostBody({ post: { text, attachments } }: { post: Pick<Post, 'text' | 'attachments'> }) {
  const [isWhole, setWhole] = useState(text.length <= LONG && text.split('\n').length <= 10)
  return (
    <>
      {text !== '' && (
        <p className={classes.text} data-short={!isWhole || undefined}>
          <LinkedText text={text} />
        </p>
      )}
      {!isWhole && (
        <Button variant="subtle" px={0} onClick={() => setWhole(true)}>
          {t('post.more')}
        </Button>
      )}
      {attachments.length > 0 && (
        <div className={classes.files}>
          <Attachments attachments={attachments} />
        </div>
      )}
    </>
  )
}

function PostMenu({ post, onEdit }: Pick<Props, 'post' | 'onEdit'>) {
  const [isDeleting, setDeleting] = useState(false)
  const pin = usePin()
  const togglePin = () => {
    pin.mutate(
      { params: { postId: post.id }, body: { isPinned: !post.isPinned } },
      { onError: (error) => notifications.show({ color: 'red', message: sentenceOf(error) }) },
    )
  }
  return (
    <>
      <Menu position="bottom-end" shadow="md" radius="md" width={220}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={44} aria-label={t('post.menu')}>
            <IconDots size={22} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil size={20} />} onClick={onEdit}>
            {t('post.edit')}
          </Menu.Item>
          <Menu.Item
            leftSection={post.isPinned ? <IconPinnedOff size={20} /> : <IconPin size={20} />}
            onClick={togglePin}
          >
            {t(post.isPinned ? 'post.unpin' : 'post.pin')}
          </Menu.Item>
          <Menu.Item color="red" leftSection={<IconTrash size={20} />} onClick={() => setDeleting(true)}>
            {t('post.delete')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isDeleting && <DeletePost post={post} onClose={() => setDeleting(false)} />}
    </>
  )
}
