import type { Broadcast, Question } from '@kolosok/contract'
import { useQuery } from '@tanstack/react-query'
import { sentenceOf } from './problems.ts'
import { questionsQuery, useDecide } from './queries.ts'
import classes from './room.module.css'
import { t } from './texts.ts'

/** For those who run it all that wait, for everybody else their own. */
export function QuestionList({ broadcast: { id, abilities } }: { broadcast: Broadcast }) {
  const { data, isError, error } = useQuery(questionsQuery(id))
  const decide = useDecide()
  const questions = data?.questions ?? []
  const act = (question: Question, state: 'shown' | 'answered' | 'dismissed') =>
    decide.mutate({ params: { broadcastId: id, questionId: question.id }, body: { state } })
  const problem = isError ? error : decide.error
  return (
    <>
      {problem && (
        <p role="alert" className={classes.problem}>
          {sentenceOf(problem)}
        </p>
      )}
      {data && questions.length === 0 && (
        <p className={classes.quiet}>{t(abilities.run ? 'questions.none' : 'ask.none')}</p>
      )}
      <ul className={classes.list}>
        {questions.map((question) => (
          <li key={question.id} data-state={question.state} className={classes.asked}>
            <p>{question.text}</p>
            <p className={classes.quiet}>
              {[question.asker?.name, question.asker?.label, stateOf(question)].filter(Boolean).join(', ')}
            </p>
            {abilities.run && <Decisions question={question} isBusy={decide.isPending} onAct={act} />}
          </li>
        ))}
      </ul>
    </>
  )
}

const stateOf = ({ state, isOwn, asker }: Question) =>
  t(state === 'dismissed' && isOwn && !asker ? 'question.dismissed.own' : `question.${state}`)

type DecisionsProps = {
  readonly question: Question
  readonly isBusy: boolean
  readonly onAct: (question: Question, state: 'shown' | 'answered' | 'dismissed') => void
}

function Decisions({ question, isBusy, onAct }: DecisionsProps) {
  const ways = {
    waiting: ['shown', 'answered', 'dismissed'],
    shown: ['answered'],
    answered: [],
    dismissed: [],
  } as const
  const words = { shown: 'question.show', answered: 'question.answer', dismissed: 'question.dismiss' } as const
  const open = ways[question.state]
  if (open.length === 0) return null
  return (
    <div className={classes.decisions}>
      {open.map((state) => (
        <button key={state} type="button" disabled={isBusy} onClick={() => onAct(question, state)}>
          {t(words[state])}
        </button>
      ))}
    </div>
  )
}
