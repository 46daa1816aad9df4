import type { Channel } from '@kolosok/contract'
import { useDocumentVisibility } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import { useSetOwn } from './queries.ts'

/** While somebody looks, what is there counts as read; returns how far it was when they came. */
export function useReadPosition(channel: Channel | undefined): number | null {
  const [before, setBefore] = useState<number | null>(null)
  const { mutate } = useSetOwn(channel?.id as Channel['id'])
  const isLookedAt = useDocumentVisibility() === 'visible'
  const { isReader = false, readSeq = 0, lastSeq = 0, unread = 0 } = channel ?? {}
  // Whoever has never been here finds no old post new.
  if (before === null && channel) setBefore(readSeq === 0 ? lastSeq - unread : readSeq)
  const isBehind = isReader && lastSeq > readSeq

  useEffect(() => {
    if (isLookedAt && isBehind) mutate({ readSeq: lastSeq })
  }, [isLookedAt, isBehind, lastSeq, mutate])
  return before
}
