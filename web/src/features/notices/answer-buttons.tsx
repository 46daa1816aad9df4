import type { Notice, NoticeUnit } from '@kolosok/contract'
import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import classes from './notices.module.css'
import { sentenceOf } from './problems.ts'
import { useAnswer } from './queries.ts'
import { t } from './texts.ts'
import { formatWhen, waysToAnswer } from './words.ts'

/** One tap for each answer that is wanted; what was answered, and the way to change it until the deadline. */
export function Answers({ notice }: { notice: Notice }) {
  return (
    <div className={classes.answers}>
      {notice.units.map((unit) => (
        <Answer key={unit.id} notice={notice} unit={unit} />
      ))}
    </div>
  )
}

type Props = { readonly notice: Notice; readonly unit: NoticeUnit }

function Answer({ notice, unit }: Props) {
  const [isChanging, setChanging] = useState(false)
  const isOpen = notice.state === 'open'
  const asks = isOpen && (unit.answer === null || isChanging)
  return (
    <section aria-label={unit.child === null ? t('answered') : t('child', { child: unit.child })}>
      {unit.child !== null && <div className={classes.child}>{t('child', { child: unit.child })}</div>}
      {asks ? (
        <Buttons notice={notice} unit={unit} onDone={() => setChanging(false)} />
      ) : (
        <div className={classes.given}>
          <span>{givenOf(notice, unit)}</span>
          {isOpen && waysToAnswer(notice).length > 1 && (
            <Button variant="subtle" px={0} onClick={() => setChanging(true)}>
              {t('change')}
            </Button>
          )}
        </div>
      )}
    </section>
  )
}

function givenOf(notice: Notice, { answer }: NoticeUnit): string {
  if (!answer) return t('own.none')
  const values = { answer: waysToAnswer(notice)[answer.choice] ?? '', when: formatWhen(answer.answeredAt) }
  if (answer.isOnPaper) return t('own.on-paper', values)
  return answer.isOwn ? t('own.answered', values) : t('own.answered.by', { ...values, by: answer.by })
}

function Buttons({ notice, unit, onDone }: Props & { readonly onDone: () => void }) {
  const send = useAnswer()
  const ways = waysToAnswer(notice)
  const answer = (choice: number) => {
    send.mutate(
      {
        params: { noticeId: notice.id, unitId: unit.id },
        body: { version: notice.version, choice, rev: unit.answer?.rev ?? null },
      },
      {
        onSuccess: () => {
          onDone()
          notifications.show({ message: t('done.answered', { until: formatWhen(notice.deadlineAt) }) })
        },
        onError: (error) => notifications.show({ color: 'red', message: sentenceOf(error) }),
      },
    )
  }
  return (
    <div className={classes.ways} data-many={ways.length > 2 || undefined}>
      {ways.map((way, choice) => (
        <Button
          key={way}
          className={classes.way ?? ''}
          variant={notice.asks === 'choice' || choice > 0 ? 'default' : 'filled'}
          loading={send.isPending && send.variables.body.choice === choice}
          disabled={send.isPending}
          onClick={() => answer(choice)}
        >
          {way}
        </Button>
      ))}
    </div>
  )
}
