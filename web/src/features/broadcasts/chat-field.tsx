import { type BroadcastId, type BroadcastMessageId, MAX_BROADCAST_MESSAGE } from '@kolosok/contract'
import { IconSend2 } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { newId } from '#lib/new-id.ts'
import { useSay } from './chat-queries.ts'
import classes from './chat.module.css'
import { badFieldsOf, sentenceOf } from './problems.ts'
import room from './room.module.css'
import { t } from './texts.ts'

const fresh = () => newId() as BroadcastMessageId

export function ChatField({ broadcastId }: { readonly broadcastId: BroadcastId }) {
  const [text, setText] = useState('')
  // The same until it is said: pressed again, nothing is said twice.
  const [broadcastMessageId, setMessageId] = useState(fresh)
  const say = useSay()
  const id = useId()
  const problem = say.error && (badFieldsOf(say.error)?.['text'] ?? sentenceOf(say.error))
  return (
    <form
      className={classes.field}
      onSubmit={(event) => {
        event.preventDefault()
        if (text.trim() === '' || say.isPending) return
        say.mutate(
          { params: { broadcastId, broadcastMessageId }, body: { text } },
          {
            onSuccess: () => {
              setText('')
              setMessageId(fresh)
            },
          },
        )
      }}
    >
      {problem && (
        <p role="alert" className={room.problem}>
          {problem}
        </p>
      )}
      <div className={classes.line}>
        <input
          value={text}
          maxLength={MAX_BROADCAST_MESSAGE}
          enterKeyHint="send"
          autoComplete="off"
          placeholder={t('chat.field')}
          aria-label={t('chat.field')}
          aria-describedby={`${id}-note`}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
        <button type="submit" aria-label={t('chat.send')} disabled={text.trim() === ''}>
          <IconSend2 size={22} />
        </button>
      </div>
      <p id={`${id}-note`} className={room.quiet}>
        {t('chat.note')}
      </p>
    </form>
  )
}
