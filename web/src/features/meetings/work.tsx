import { type LessonWork, type MeetingId, MAX_TASK_TEXT } from '@kolosok/contract'
import { Alert, Button, Group, Textarea } from '@mantine/core'
import { IconPaperclip } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { Attachments, UploadTray, useUploads } from '#features/files/index.ts'
import { StateBadge, type Tone } from '#ui/state-badge.tsx'
import classes from './meetings.module.css'
import { badFieldsOf, sentenceOf } from './problems.ts'
import { useAnswerWork, useHandIn } from './task-queries.ts'
import { t } from './texts.ts'

const tones = { none: 'quiet', handed: 'waiting', accepted: 'good', returned: 'bad' } as const satisfies Record<
  LessonWork['state'],
  Tone
>

type Props = { readonly meetingId: MeetingId; readonly work: LessonWork; readonly mayAnswer: boolean }

/** What came of one child, and what was said to it. */
export function Work({ meetingId, work, mayAnswer }: Props) {
  const { name, state, mayHand } = work
  const [isOpen, setOpen] = useState(false)
  return (
    <li className={classes.work}>
      <Group justify="space-between" wrap="nowrap">
        <b>{name}</b>
        <StateBadge tone={tones[state]}>{t(`work.${state}`)}</StateBadge>
      </Group>
      {state !== 'none' && <Handed work={work} />}
      {mayHand && !isOpen && (
        <div>
          <Button variant={state === 'none' ? 'filled' : 'default'} onClick={() => setOpen(true)}>
            {t(state === 'none' ? 'work.hand' : 'work.again')}
          </Button>
        </div>
      )}
      {mayHand && isOpen && <HandIn meetingId={meetingId} work={work} onClose={() => setOpen(false)} />}
      {mayAnswer && state !== 'none' && <Answer key={work.rev} meetingId={meetingId} work={work} />}
    </li>
  )
}

function Handed({ work: { text, attachments, handedBy, word, answeredBy } }: Pick<Props, 'work'>) {
  return (
    <>
      <span className={classes.about}>{t('work.by', { name: handedBy })}</span>
      {text !== '' && <p className={classes.lines}>{text}</p>}
      {attachments.length > 0 && <Attachments attachments={attachments} />}
      {word !== '' && <p className={classes.lines}>{t('work.word', { name: answeredBy, word })}</p>}
    </>
  )
}

type FormProps = Omit<Props, 'mayAnswer'> & { readonly onClose: () => void }

/** Files handed in before stay; more can be added. */
function HandIn({ meetingId, work: { childId, text: before, attachments, rev: known }, onClose }: FormProps) {
  const [text, setText] = useState(before)
  const [rev] = useState(known)
  const tray = useUploads()
  const input = useRef<HTMLInputElement>(null)
  const hand = useHandIn()
  const bad = hand.error && badFieldsOf(hand.error)
  const fileIds = [...attachments, ...tray.ready].map(({ fileId }) => fileId)
  return (
    <form
      noValidate
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        hand.mutate({ params: { meetingId, childId }, body: { text, fileIds, rev } }, { onSuccess: onClose })
      }}
    >
      <Textarea
        label={t('work.text')}
        autosize
        minRows={2}
        maxLength={MAX_TASK_TEXT}
        value={text}
        error={bad?.['text'] ?? bad?.['fileIds']}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <UploadTray tray={tray} />
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t('work.files')}
        onChange={({ currentTarget }) => {
          tray.add([...(currentTarget.files ?? [])])
          currentTarget.value = ''
        }}
      />
      {hand.error && !bad && (
        <Alert color="red" role="alert">
          {sentenceOf(hand.error)}
        </Alert>
      )}
      <Group justify="space-between">
        <Button variant="light" leftSection={<IconPaperclip size={20} />} onClick={() => input.current?.click()}>
          {t('work.files')}
        </Button>
        <Group>
          <Button variant="default" onClick={onClose}>
            {t('close')}
          </Button>
          <Button type="submit" loading={hand.isPending} disabled={tray.isBusy}>
            {t('work.send')}
          </Button>
        </Group>
      </Group>
    </form>
  )
}

/** Accepted, or returned with a word. */
function Answer({ meetingId, work: { childId, state, rev, name } }: Omit<Props, 'mayAnswer'>) {
  const [word, setWord] = useState('')
  const answer = useAnswerWork()
  if (state === 'accepted') return null
  const bad = answer.error && badFieldsOf(answer.error)
  const say = (verdict: 'accepted' | 'returned') =>
    answer.mutate({ params: { meetingId, childId }, body: { state: verdict, word, rev } })
  return (
    <div className={classes.form}>
      <Textarea
        label={t('work.answer', { name })}
        autosize
        maxLength={1_000}
        value={word}
        error={bad?.['word'] ?? (answer.error && !bad ? sentenceOf(answer.error) : null)}
        onChange={({ currentTarget }) => setWord(currentTarget.value)}
      />
      <Group justify="flex-end">
        <Button variant="default" disabled={answer.isPending} onClick={() => say('returned')}>
          {t('work.return')}
        </Button>
        <Button loading={answer.isPending} onClick={() => say('accepted')}>
          {t('work.accept')}
        </Button>
      </Group>
    </div>
  )
}
