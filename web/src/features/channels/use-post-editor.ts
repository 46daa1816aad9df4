import type { Channel, CountedPoll, FileId, NewPoll, Post, PostId } from '@kolosok/contract'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useUploads } from '#features/files/index.ts'
import { formatMoment } from '#lib/dates.ts'
import { newId } from '#lib/new-id.ts'
import { badFieldsOf, sentenceOf } from './problems.ts'
import { useWritePost } from './queries.ts'
import { t } from './texts.ts'

type Faults = { readonly text?: string; readonly at?: string }
export type Way = 'save' | 'publish' | 'schedule'

/** What is being written, with the files that are there and those that come; a retry writes the same post. */
export function usePostEditor(channel: Pick<Channel, 'id' | 'hasComments'>, post: Post | null, onClose: () => void) {
  const [postId] = useState(() => post?.id ?? (newId() as PostId))
  // As it was when the window opened: what others change meanwhile must not be written over.
  const [rev] = useState(post?.rev ?? null)
  const [text, setText] = useState(post?.text ?? '')
  const [held, setHeld] = useState(post?.attachments ?? [])
  const [poll, setPoll] = useState(() => askedIn(post?.poll))
  // As the channel has it, until somebody decides otherwise here.
  const [ownComments, setOwnComments] = useState(post?.hasComments ?? null)
  const [at, setAt] = useState('')
  const [faults, setFaults] = useState<Faults>({})
  const tray = useUploads()
  const write = useWritePost()

  const submit = (way: Way) => {
    const fileIds: FileId[] = [...held, ...tray.ready].map(({ fileId }) => fileId)
    const moment = way === 'schedule' ? momentOf(at) : null
    const found: Faults = {
      ...(text.trim() === '' && fileIds.length === 0 && !poll && { text: t('field.text') }),
      ...(way === 'schedule' && faultOf(moment)),
    }
    setFaults(found)
    if (Object.keys(found).length > 0) return
    write.mutate(
      {
        params: { channelId: channel.id, postId },
        body: { text, fileIds, poll, hasComments: ownComments, rev },
        publishing: way === 'save' ? null : { at: moment?.toISOString() ?? null },
      },
      {
        onSuccess: (written) => {
          notifications.show({ message: doneOf(written, post) })
          onClose()
        },
        onError: (error) => {
          const bad = badFieldsOf(error)
          const fault = bad?.['text'] ?? bad?.['fileIds']
          if (fault !== undefined) setFaults({ text: fault })
        },
      },
    )
  }

  return {
    text,
    /** Whoever mends what was wrong need not read of it meanwhile. */
    setText: (typed: string) => {
      setText(typed)
      setFaults({})
    },
    held,
    letGo: (fileId: FileId) => {
      setHeld(held.filter((one) => one.fileId !== fileId))
    },
    poll,
    setPoll: (asked: NewPoll | null) => {
      setPoll(asked)
      setFaults({})
    },
    hasComments: ownComments ?? channel.hasComments,
    setComments: (isOn: boolean) => {
      setOwnComments(isOn === channel.hasComments ? null : isOn)
    },
    at,
    setAt,
    faults,
    tray,
    submit,
    isPending: write.isPending,
    problem: write.error && badFieldsOf(write.error) === null ? sentenceOf(write.error) : null,
  }
}

export type PostEditing = ReturnType<typeof usePostEditor>

/** The question without what was answered. */
const askedIn = (poll: CountedPoll | null | undefined): NewPoll | null =>
  poll ? { question: poll.question, isMultiple: poll.isMultiple, options: poll.options.map(({ text }) => text) } : null

/** What a field for day and time holds, as a moment of this device. */
function momentOf(typed: string): Date | null {
  const moment = new Date(typed)
  return Number.isNaN(moment.getTime()) ? null : moment
}

function faultOf(moment: Date | null): Faults {
  if (!moment) return { at: t('missing.at') }
  return moment.getTime() <= Date.now() ? { at: t('editor.at.past') } : {}
}

function doneOf({ state, scheduledAt }: Post, before: Post | null): string {
  if (state === 'scheduled') return t('done.scheduled', { when: formatMoment(scheduledAt ?? '') })
  if (state === 'published') return t(before?.state === 'published' ? 'done.saved' : 'done.published')
  return t(state === 'proposed' ? 'done.proposed' : state === 'draft' ? 'done.draft' : 'done.saved')
}
