import type { MeetingProtocol, ProtocolItem } from '@kolosok/contract'
import { useEffect, useRef, useState } from 'react'
import { isProblem } from '#lib/api.ts'
import { forget, keep } from '#lib/kept-writing.ts'
import { newId } from '#lib/new-id.ts'
import { sentenceOf } from './problems.ts'
import { useWriteProtocol } from './protocol-queries.ts'

/** An item with a key that stays its own while others move. */
export type WrittenItem = ProtocolItem & { readonly key: string }
export type Writing = {
  readonly number: string
  readonly chair: string
  readonly secretary: string
  readonly items: readonly WrittenItem[]
}
export type Kept = { readonly rev: number; readonly writing: Writing }

export const keyOf = ({ meetingId }: Pick<MeetingProtocol, 'meetingId'>): string => `protocol:${meetingId}`

const SAVE_AFTER_MS = 1_500

const writingOf = ({ number, chair, secretary, items }: MeetingProtocol): Writing => ({
  number,
  chair,
  secretary,
  items: items.map((item) => ({ key: newId(), ...item })),
})

const wordingOf = ({ items, ...rest }: Writing) => ({
  ...rest,
  items: items.map(({ topic, heard, decided, votes }) => ({ topic, heard, decided, votes })),
})

/**
 * Saves by itself when the hand rests. What is not saved yet is on this device at once, so that neither a lost
 * connection nor a closed page loses a word; whoever saves second decides what becomes of theirs.
 */
export function useProtocol(protocol: MeetingProtocol, kept: Kept | null) {
  const [rev, setRev] = useState(kept?.rev ?? protocol.rev)
  const [writing, setWriting] = useState<Writing>(() => kept?.writing ?? writingOf(protocol))
  const [isDirty, setDirty] = useState(kept !== null)
  const write = useWriteProtocol(protocol.meetingId)
  const latest = useRef(writing)
  const key = keyOf(protocol)
  const { mutate, isPending } = write
  const isConflict = isProblem(write.error, 'protocol-changed')
  const isStuck = write.error !== null

  const save = (onto = rev, onSaved?: (saved: MeetingProtocol) => void) => {
    const sent = writing
    mutate(
      { params: { meetingId: protocol.meetingId }, body: { ...wordingOf(sent), rev: onto } },
      {
        onSuccess: (saved) => {
          setRev(saved.rev)
          if (latest.current === sent) {
            setDirty(false)
            void forget(key)
          }
          onSaved?.(saved)
        },
      },
    )
  }

  useEffect(() => {
    latest.current = writing
    if (isDirty) void keep(key, { rev, writing } satisfies Kept)
  }, [isDirty, key, rev, writing])

  useEffect(() => {
    // After a refusal it waits for the person, or for more to be typed.
    if (!isDirty || isPending || isStuck) return
    const timer = setTimeout(save, SAVE_AFTER_MS)
    return () => {
      clearTimeout(timer)
    }
  })

  const change = (part: Partial<Writing>) => {
    if (isStuck && !isConflict) write.reset()
    setWriting((current) => ({ ...current, ...part }))
    setDirty(true)
  }
  return {
    writing,
    isDirty,
    isPending,
    isConflict,
    change,
    save,
    takeTheirs: () => {
      write.reset()
      setWriting(writingOf(protocol))
      setRev(protocol.rev)
      setDirty(false)
      void forget(key)
    },
    problem: isStuck && !isConflict ? sentenceOf(write.error) : null,
  }
}

export type ProtocolEditing = ReturnType<typeof useProtocol>
