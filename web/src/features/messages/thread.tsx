import { ActionIcon, Loader, Skeleton } from '@mantine/core'
import { type ChatState, type MessageId, visibleMessages } from '@kolosok/contract'
import { IconChevronDown } from '@tabler/icons-react'
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import { Virtualizer, type VirtualizerHandle } from 'virtua'
import type { OutboxEntry } from '#lib/local-data.ts'
import { EmptyState } from '#ui/states.tsx'
import { MessageRow } from './message-row.tsx'
import { useOutbox } from './outbox.ts'
import { buildRows } from './rows.ts'
import type { Place } from './place.ts'
import classes from './thread.module.css'
import { t } from './texts.ts'
import { type ThreadContext, ThreadProvider } from './thread-context.ts'
import { useHistory } from './use-history.ts'
import { useReadMarks } from './use-read-marks.ts'
import { useThreadScroll } from './use-thread-scroll.ts'

const nothing: readonly OutboxEntry[] = []

type Props = {
  readonly state: ChatState
  readonly context: Omit<ThreadContext, 'find' | 'goTo'>
  readonly at: Place | undefined
}

/** Oldest first by seq, the newest at the bottom; what is still on its way stands below. */
export function Thread({ state: live, context, at }: Props) {
  const { chat, me } = context
  const list = useRef<VirtualizerHandle>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const [readSeq] = useState(chat.unread > 0 ? chat.readSeq : Number.MAX_SAFE_INTEGER)
  const history = useHistory(chat.id, live, readSeq)
  const { state, isPast } = history
  const waiting = useOutbox(chat.id)
  const outbox = isPast ? nothing : waiting
  const messages = useMemo(() => visibleMessages(state), [state])
  const rows = useMemo(() => buildRows({ messages, outbox, me, readSeq }), [messages, outbox, me, readSeq])
  const isShifted = useShift(rows[0]?.key, rows)

  const scroll = useThreadScroll({ list, scroller, rows, me, history })
  useReadMarks(chat, scroll.seenSeq)
  useReturnOnSending(waiting.length, history.toLive)

  const value = useMemo(
    (): ThreadContext => ({
      ...context,
      find: (id: MessageId) => messages.find((message) => message.id === id),
      goTo: (id, seq) => void history.reach(seq).then((isThere) => isThere && scroll.goTo(id)),
    }),
    // oxlint-disable-next-line react/exhaustive-deps -- the rest is made anew at every render
    [context, messages],
  )

  const goToPlace = useEffectEvent(() => {
    if (at) value.goTo(at.id, at.seq)
  })
  useEffect(() => {
    goToPlace()
  }, [at?.id])

  if (rows.length === 0) return <EmptyThread />
  return (
    <ThreadProvider value={value}>
      <div className={classes.thread}>
        <div
          ref={scroller}
          className={classes.scroll}
          role="log"
          aria-label={t('thread.label')}
          aria-live="off"
          tabIndex={0}
        >
          <div className={classes.filler} />
          {state.from > 1 && (
            <div className={classes.older}>
              {history.isLoading && <Loader size="sm" role="status" aria-label={t('thread.older')} />}
            </div>
          )}
          <Virtualizer
            ref={list}
            scrollRef={scroller}
            data={rows}
            shift={isShifted}
            startMargin={state.from > 1 ? 40 : 0}
            bufferSize={900}
            onScroll={scroll.onScroll}
            onResize={scroll.onResize}
          >
            {(row) => <MessageRow key={row.key} row={row} isLit={row.key === scroll.lit} />}
          </Virtualizer>
          <div className={classes.bottom} />
        </div>
        {(isPast || !scroll.isAtBottom) && <Down unread={chat.unread} onClick={scroll.toBottom} />}
      </div>
    </ThreadProvider>
  )
}

/** Whoever sends from a place far back wants to see what they sent. */
function useReturnOnSending(waiting: number, toLive: () => void): void {
  const before = useRef(waiting)
  useEffect(() => {
    if (waiting > before.current) toLive()
    before.current = waiting
    // oxlint-disable-next-line react/exhaustive-deps -- `toLive` is made anew at every render
  }, [waiting])
}

/** Whether what has just changed was added before the first row: then the place is held from the end. */
function useShift(first: string | undefined, rows: readonly { readonly key: string }[]): boolean {
  const [before, setBefore] = useState({ rows, first, isShifted: false })
  if (before.rows === rows) return before.isShifted
  const isShifted = before.first !== first && rows.some(({ key }) => key === before.first)
  setBefore({ rows, first, isShifted })
  return isShifted
}

function Down({ unread, onClick }: { unread: number; onClick: () => void }) {
  return (
    <ActionIcon
      variant="default"
      className={classes.down ?? ''}
      aria-label={unread > 0 ? t('thread.down.count', { count: unread }) : t('thread.down')}
      onClick={onClick}
    >
      <IconChevronDown size={24} />
      {unread > 0 && <span className={classes.downCount}>{unread > 98 ? '99+' : unread}</span>}
    </ActionIcon>
  )
}

function EmptyThread() {
  return (
    <div className={classes.thread}>
      <EmptyState title={t('thread.empty.title')} text={t('thread.empty.text')} />
    </div>
  )
}

export function ThreadSkeleton() {
  return (
    <div className={classes.skeleton} role="status" aria-label={t('thread.loading')}>
      {[52, 38, 64, 30, 46].map((width, n) => (
        <Skeleton
          key={width}
          height={n % 2 ? 44 : 62}
          width={`${String(width)}%`}
          radius={16}
          ml={n === 3 ? 'auto' : 0}
        />
      ))}
    </div>
  )
}
