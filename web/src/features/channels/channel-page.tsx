import type { Channel, ChannelId, Post } from '@kolosok/contract'
import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { useDeferredValue, useState } from 'react'
import { EmptyState } from '#ui/states.tsx'
import { NotYet } from '#ui/not-yet.tsx'
import { ChannelHeader } from './channel-header.tsx'
import classes from './channels.module.css'
import { PostCard } from './post-card.tsx'
import { PostEditor } from './post-editor.tsx'
import { postsQuery } from './queries.ts'
import { t } from './texts.ts'
import { useReadPosition } from './use-read-position.ts'

export function ChannelPage() {
  const { channelId }: Record<string, string | undefined> = useParams({ strict: false })
  const { q = '' }: Record<string, string | undefined> = useSearch({ strict: false })
  return <OneChannel key={`${channelId ?? ''} ${q}`} channelId={channelId as ChannelId} asked={q} />
}

type Editing = { readonly post: Post | null }

function OneChannel({ channelId, asked }: { channelId: ChannelId; asked: string }) {
  const [typed, setTyped] = useState(asked)
  const [editing, setEditing] = useState<Editing | null>(null)
  const words = useDeferredValue(typed.trim())
  const query = useInfiniteQuery({ ...postsQuery(channelId, words), placeholderData: (before) => before })
  const channel = query.data?.pages[0]?.channel
  const readBefore = useReadPosition(channel)

  if (!channel || !query.data) {
    return (
      <div className={classes.posts}>
        <NotYet query={query} hidden={t('error.hidden')} />
      </div>
    )
  }
  const shown = inOrder(query.data.pages)
  return (
    <>
      <ChannelHeader channel={channel} words={typed} onWords={setTyped} onWrite={() => setEditing({ post: null })} />
      <div className={classes.posts} tabIndex={-1}>
        <div className={classes.column}>
          {shown.length === 0 && <NoPosts channel={channel} isSearch={words !== ''} />}
          {shown.map((post) => (
            <PostCard
              key={post.id}
              post={post}
              channel={channel}
              isNew={isAfter(post, channel.isReader ? readBefore : null)}
              onEdit={() => setEditing({ post })}
            />
          ))}
          {query.hasNextPage && (
            <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
              {t('posts.more')}
            </Button>
          )}
        </div>
      </div>
      {editing && <PostEditor channel={channel} post={editing.post} onClose={() => setEditing(null)} />}
    </>
  )
}

const isAfter = ({ seq }: Post, place: number | null) => place !== null && seq !== null && seq > place

type Page = { readonly posts: readonly Post[]; readonly pinned: readonly Post[] }

/** Pinned ones first, and not once more where they stand in time. */
function inOrder(pages: readonly Page[]): Post[] {
  const pinned = pages.flatMap((page) => page.pinned)
  const ids = new Set(pinned.map(({ id }) => id))
  return [...pinned, ...pages.flatMap((page) => page.posts).filter(({ id }) => !ids.has(id))]
}

function NoPosts({ channel, isSearch }: { channel: Channel; isSearch: boolean }) {
  if (isSearch) return <EmptyState title={t('search.none.title')} text={t('search.none.text')} />
  return <EmptyState title={t('posts.empty.title')} text={channel.mayPropose ? t('posts.empty.text') : ''} />
}
