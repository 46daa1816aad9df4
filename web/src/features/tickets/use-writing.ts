import type { Ticket, TicketEntryId } from '@kolosok/contract'
import { useState } from 'react'
import { useUploads } from '#features/files/index.ts'
import { newId } from '#lib/new-id.ts'
import { badFieldsOf, sentenceOf } from './problems.ts'
import { useSay } from './queries.ts'
import { t } from './texts.ts'

/** What is being written; a retry says it once. */
export function useWriting({ id, abilities }: Pick<Ticket, 'id' | 'abilities'>) {
  const [entryId, setEntryId] = useState(() => newId() as TicketEntryId)
  const [chosen, setChosen] = useState<'message' | 'note'>('message')
  const [text, setText] = useState('')
  const [fault, setFault] = useState<string | null>(null)
  const tray = useUploads()
  const say = useSay()
  const kind = abilities.reply ? chosen : 'note'

  const submit = (isSolved: boolean) => {
    const fileIds = tray.ready.map(({ fileId }) => fileId)
    if (text.trim() === '' && fileIds.length === 0) {
      setFault(t('field.text'))
      return
    }
    say.mutate(
      { params: { ticketId: id, entryId }, body: { kind, text, fileIds, isSolved } },
      {
        onSuccess: () => {
          setEntryId(newId() as TicketEntryId)
          setText('')
          tray.clear()
          setChosen('message')
        },
        onError: (error) => {
          const bad = badFieldsOf(error)
          setFault(bad?.['text'] ?? bad?.['fileIds'] ?? null)
        },
      },
    )
  }

  return {
    kind,
    setKind: setChosen,
    text,
    setText: (typed: string) => {
      setText(typed)
      setFault(null)
    },
    fault,
    tray,
    submit,
    isPending: say.isPending,
    problem: say.error && badFieldsOf(say.error) === null ? sentenceOf(say.error) : null,
  }
}

export type Writing = ReturnType<typeof useWriting>
