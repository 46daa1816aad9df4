import type { Attachment, Chat, MessageId } from '@kolosok/contract'
import { notifications } from '@mantine/notifications'
import { useRef } from 'react'
import { isProblem } from '#lib/api.ts'
import { newId } from '#lib/new-id.ts'
import { whyFailed } from './problems.ts'
import { useSchedule } from './queries.ts'
import { t } from './texts.ts'
import { whenOf } from './times.ts'
import { useClock } from './use-clock.ts'

/** What says that it is put by: the list says so itself, and lies beneath it. */
export const PUT_BY = 'put-by'

type Written = {
  readonly text: string
  readonly replyToId: MessageId | null
  readonly attachments: readonly Attachment[]
}

/** Puts by what is written. It stays in the field until the server has it. */
export function useLater(chat: Chat, onDone: () => void) {
  const { timeZone } = useClock(chat)
  const { mutate, isPending, error, reset } = useSchedule(chat.id)
  // Tried again it is the same message: the first try may have arrived.
  const tried = useRef({ what: '', id: '' as MessageId })
  const done = (at: Date) => {
    tried.current.what = ''
    notifications.hide(PUT_BY)
    notifications.show({ id: PUT_BY, message: t('done', { when: whenOf(at, timeZone) }), autoClose: 4000 })
    onDone()
  }
  return {
    isPending,
    problem: error ? whyFailed(error) : null,
    reset,
    put: ({ attachments, ...written }: Written, at: Date) => {
      const given = { ...written, fileIds: attachments.map(({ fileId }) => fileId), sendAt: at.toISOString() }
      const what = JSON.stringify(given)
      if (what !== tried.current.what) tried.current = { what, id: newId() as MessageId }
      mutate(
        { ...given, id: tried.current.id },
        {
          onSuccess: () => {
            done(at)
          },
          onError: (failure) => {
            if (isProblem(failure, 'scheduled-sent')) done(at)
          },
        },
      )
    },
  }
}
