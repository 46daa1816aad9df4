import type { Channel, Post } from '@kolosok/contract'
import { ActionIcon, Button, Menu } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconChartBarOff, IconDots, IconPencil, IconPin, IconPinnedOff, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { Attachments } from '#features/files/index.ts'
import { formatDay, formatTime } from '#lib/dates.ts'
import { useIsClosed } from '#lib/current-organization.ts'
import { MarkedText } from '#ui/marked-text.tsx'
import { StateBadge } from '#ui/state-badge.tsx'
import classes from './channels.module.css'
import { Comments } from './comments.tsx'
import { ClosePoll } from './close-poll.tsx'
import { DeletePost } from './delete-post.tsx'
import { PostPoll } from './post-poll.tsx'
import { sentenceOf } from './problems.ts'
import { usePin } from './queries.ts'
import { SeenByGroup } from './seen-by-group.tsx'
import { t } from './texts.ts'

type Props = {
  readonly post: Post
  readonly channel: Pick<Channel, 'organizationId' | 'isReader' | 'mayPublish'>
  /** Came since one was here last. */
  readonly isNew: boolean
  readonly onEdit: () => void
}

export function PostCard({ post, channel: { organizationId, mayPublish, isReader }, isNew, onEdit }: Props) {
  const { publishedAt, editedAt, isPinned, seen } = post
  const [isCounting, setCounting] = useState(false)
  const mayVote = !useIsClosed(organizationId) && isReader
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
      <PostBody post={post} mayVote={mayVote} />
      {seen && (
        <div className={classes.foot}>
          <Button variant="subtle" color="gray" px={0} fw={400} onClick={() => setCounting(true)}>
            {t('post.seen', seen)}
          </Button>
        </div>
      )}
      {post.comments && <Comments post={post} comments={post.comments} />}
      {isCounting && <SeenByGroup post={post} onClose={() => setCounting(false)} />}
    </article>
  )
}

const LONG = 700

/** A long text shows its beginning; its files are always there. */
export function PostBody({ post, mayVote }: { readonly post: Post; readonly mayVote: boolean }) {
  const { text, attachments, poll } = post
  const [isWhole, setWhole] = useState(text.length <= LONG && text.split('\n').length <= 10)
  return (
    <>
      {text !== '' && (
        <div className={classes.text} data-short={!isWhole || undefined}>
          <MarkedText text={text} />
        </div>
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
      {poll && <PostPoll post={post} poll={poll} mayVote={mayVote} />}
    </>
  )
}

function PostMenu({ post, onEdit }: Pick<Props, 'post' | 'onEdit'>) {
  const [asking, setAsking] = useState<'delete' | 'close-poll' | null>(null)
  const stopAsking = () => {
    setAsking(null)
  }
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
          {post.poll?.closedAt === null && (
            <Menu.Item leftSection={<IconChartBarOff size={20} />} onClick={() => setAsking('close-poll')}>
              {t('post.close-poll')}
            </Menu.Item>
          )}
          <Menu.Item color="red" leftSection={<IconTrash size={20} />} onClick={() => setAsking('delete')}>
            {t('post.delete')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {asking === 'delete' && <DeletePost post={post} onClose={stopAsking} />}
      {asking === 'close-poll' && <ClosePoll post={post} onClose={stopAsking} />}
    </>
  )
}
