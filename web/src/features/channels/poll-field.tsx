import type { NewPoll } from '@kolosok/contract'
import { ActionIcon, Button } from '@mantine/core'
import { IconChartBar, IconPencil, IconX } from '@tabler/icons-react'
import { Suspense, useState } from 'react'
import { NewPollDialog } from '#features/polls/index.ts'
import classes from './channels.module.css'
import { t } from './texts.ts'

type Props = {
  readonly poll: NewPoll | null
  /** Published already: it has been answered, and stays as it is. */
  readonly isFixed: boolean
  readonly onChange: (poll: NewPoll | null) => void
}

/** What the post asks: made in a window of its own, named here. */
export function PollField({ poll, isFixed, onChange }: Props) {
  const [isAsking, setAsking] = useState(false)
  if (isFixed && !poll) return null
  return (
    <>
      {poll ? (
        <div className={classes.held}>
          <IconChartBar size={20} aria-hidden="true" />
          <span>{t('editor.poll.held', { question: poll.question, count: poll.options.length })}</span>
          {!isFixed && (
            <>
              <ActionIcon
                variant="subtle"
                color="gray"
                size={44}
                aria-label={t('editor.poll.change')}
                onClick={() => setAsking(true)}
              >
                <IconPencil size={18} />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                color="gray"
                size={44}
                aria-label={t('editor.poll.remove')}
                onClick={() => onChange(null)}
              >
                <IconX size={18} />
              </ActionIcon>
            </>
          )}
        </div>
      ) : (
        <Button
          variant="light"
          leftSection={<IconChartBar size={20} />}
          style={{ alignSelf: 'flex-start' }}
          onClick={() => setAsking(true)}
        >
          {t('editor.poll')}
        </Button>
      )}
      {isAsking && (
        <Suspense>
          <NewPollDialog
            poll={poll}
            note={t('editor.poll.note')}
            submit={t(poll ? 'editor.save' : 'editor.poll.add')}
            onClose={() => setAsking(false)}
            onCreate={(made) => {
              setAsking(false)
              onChange(made)
            }}
          />
        </Suspense>
      )}
    </>
  )
}
