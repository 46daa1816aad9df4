import { type BroadcastId, MAX_QUESTION, type QuestionId } from '@kolosok/contract'
import { useId, useState } from 'react'
import { roomClasses as room } from '#features/rooms/index.ts'
import { newId } from '#lib/new-id.ts'
import { badFieldsOf, sentenceOf } from './problems.ts'
import { useAsk } from './queries.ts'
import classes from './room.module.css'
import { t } from './texts.ts'

export function AskForm({ broadcastId }: { broadcastId: BroadcastId }) {
  const [text, setText] = useState('')
  // The same until it is asked: pressed again, nothing is asked twice.
  const [questionId, setQuestionId] = useState(() => newId() as QuestionId)
  const ask = useAsk()
  const id = useId()
  const problem = ask.error && (badFieldsOf(ask.error)?.['text'] ?? sentenceOf(ask.error))
  return (
    <form
      className={classes.ask}
      onSubmit={(event) => {
        event.preventDefault()
        if (text.trim() === '' || ask.isPending) return
        ask.mutate(
          { params: { broadcastId, questionId }, body: { text } },
          {
            onSuccess: () => {
              setText('')
              setQuestionId(newId() as QuestionId)
            },
          },
        )
      }}
    >
      <label htmlFor={id}>{t('ask.label')}</label>
      <textarea
        id={id}
        rows={3}
        maxLength={MAX_QUESTION}
        value={text}
        aria-describedby={`${id}-hint`}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <p id={`${id}-hint`} className={classes.quiet}>
        {t('ask.hint')}
      </p>
      {problem && (
        <p role="alert" className={classes.problem}>
          {problem}
        </p>
      )}
      <button type="submit" className={room.primary} disabled={text.trim() === '' || ask.isPending}>
        {t('ask.send')}
      </button>
    </form>
  )
}
