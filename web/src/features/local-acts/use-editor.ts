import type { WholeLocalAct } from '@kolosok/contract'
import { useEffect, useRef, useState } from 'react'
import { isProblem } from '#lib/api.ts'
import { newId } from '#lib/new-id.ts'
import { forget, keep, type Kept, type Writing, type WrittenSection } from './kept-writing.ts'
import { badFieldsOf, problemOf } from './problems.ts'
import { useWrite } from './queries.ts'

const KEEP_AFTER_MS = 400

const writingOf = ({ title, audience, hearsParents, sections }: WholeLocalAct): Writing => ({
  title,
  audience,
  hearsParents,
  sections: sections.map((section) => ({ key: newId(), ...section })),
})

/** What is sent: without the keys of the screen. */
const wordingOf = ({ sections, ...rest }: Writing) => ({
  ...rest,
  sections: sections.map(({ heading, text }) => ({ heading, text })),
})

/** What is being typed is kept on this device until it is saved; whoever saves second decides what becomes of theirs. */
export function useEditor(act: WholeLocalAct, kept: Kept | null) {
  const [rev, setRev] = useState(kept?.rev ?? act.rev)
  const [writing, setWriting] = useState<Writing>(() => kept?.writing ?? writingOf(act))
  const [isDirty, setDirty] = useState(kept !== null)
  const write = useWrite()
  const timer = useRef<number | undefined>(undefined)

  useEffect(() => {
    if (!isDirty) return
    const keepNow = () => void keep(act.id, { rev, writing })
    timer.current = window.setTimeout(keepNow, KEEP_AFTER_MS)
    // Leaving the page must not be quicker than the pause.
    addEventListener('pagehide', keepNow)
    return () => {
      clearTimeout(timer.current)
      removeEventListener('pagehide', keepNow)
    }
  }, [act.id, isDirty, rev, writing])

  const change = (part: Partial<Writing>) => {
    setWriting((current) => ({ ...current, ...part }))
    setDirty(true)
  }
  const changeSections = (with_: (sections: readonly WrittenSection[]) => readonly WrittenSection[]) => {
    setWriting((current) => ({ ...current, sections: with_(current.sections) }))
    setDirty(true)
  }
  const settle = (to: WholeLocalAct) => {
    clearTimeout(timer.current)
    setRev(to.rev)
    setDirty(false)
    void forget(act.id)
  }
  const save = (onSaved: () => void, onto = rev) => {
    write.mutate(
      { params: { editionId: act.id }, body: { ...wordingOf(writing), rev: onto } },
      {
        onSuccess: (saved) => {
          settle(saved)
          onSaved()
        },
      },
    )
  }
  const isConflict = isProblem(write.error, 'local-act-changed')
  return {
    writing,
    isDirty,
    /** It was saved by somebody else since this was begun. */
    isBehind: isDirty && act.rev > rev,
    isConflict,
    change,
    changeSections,
    save,
    /** Theirs, and what was typed here is gone. */
    takeTheirs: () => {
      write.reset()
      setWriting(writingOf(act))
      settle(act)
    },
    isPending: write.isPending,
    errors: badFieldsOf(write.error) ?? {},
    problem: isConflict ? null : problemOf(write.error),
    forgetProblem: write.reset,
  }
}

export type Editing = ReturnType<typeof useEditor>
