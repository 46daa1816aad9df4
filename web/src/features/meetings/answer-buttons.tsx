import { comes, type Meeting } from '@kolosok/contract'
import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import classes from './meetings.module.css'
import { sentenceOf } from './problems.ts'
import { useAnswer } from './queries.ts'
import { t } from './texts.ts'

/** Yes, no, perhaps: the chosen one stands out, and may be changed until it is over. */
export function AnswerButtons({ meeting: { id, title, startsAt, answer } }: { meeting: Meeting }) {
  const send = useAnswer()
  return (
    <div className={classes.answers} role="group" aria-label={t('answer.label', { title })}>
      {comes.options.map((way) => (
        <Button
          key={way}
          className={classes.answer ?? ''}
          variant={answer === way ? 'filled' : 'default'}
          aria-pressed={answer === way}
          loading={send.isPending && send.variables.body.answer === way}
          disabled={send.isPending}
          onClick={() =>
            send.mutate(
              { params: { meetingId: id }, body: { answer: way, startsAt } },
              { onError: (error) => notifications.show({ color: 'red', message: sentenceOf(error) }) },
            )
          }
        >
          {t(`answer.${way}`)}
        </Button>
      ))}
    </div>
  )
}
