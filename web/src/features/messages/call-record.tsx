import type { CallId, Message } from '@kolosok/contract'
import { IconPlayerPlay, IconVideo } from '@tabler/icons-react'
import { Button } from '@mantine/core'
import { Suspense, useState } from 'react'
import { AttendanceButton } from '#features/calls/index.ts'
import { RecordingsDialog } from '#features/recordings/index.ts'
import { formatTime } from '#lib/dates.ts'
import classes from './thread.module.css'
import { useThread } from './thread-context.ts'
import { t } from './texts.ts'

/** What remains of a call in its chat. */
export function CallRecord({ message }: { message: Message }) {
  const { call } = message
  const { chat, me } = useThread()
  const { kind, abilities } = chat
  return (
    <div className={classes.call}>
      <span className={classes.callIcon} aria-hidden="true">
        <IconVideo size={20} stroke={1.8} />
      </span>
      <span>
        <span className={classes.callTitle}>{callTitle(call, message.authorId === me)}</span>
        <span className={classes.callDetails}>
          <time dateTime={message.sentAt}>{formatTime(message.sentAt)}</time>
          {call && wasHeld(call) && ` · ${t('call.participants', { count: call.participants })}`}
        </span>
      </span>
      {call && kind === 'group' && (
        <span className={classes.callActions}>
          {abilities.deleteAny && <AttendanceButton callId={call.callId} />}
          {call.isRecorded && <RecordingButton callId={call.callId} />}
        </span>
      )}
    </div>
  )
}

function RecordingButton({ callId }: { callId: CallId }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconPlayerPlay size={16} />}
        onClick={() => setOpen(true)}
      >
        {t('call.recording')}
      </Button>
      {isOpen && (
        <Suspense>
          <RecordingsDialog callId={callId} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}

/** Whoever rang and reached nobody took part in nothing. */
const wasHeld = ({ outcome, participants }: NonNullable<Message['call']>) =>
  participants > 0 && outcome !== 'missed' && outcome !== 'declined'

/** In the words of whoever reads: what one missed, the other only didn't reach. */
function callTitle(call: Message['call'], isMine: boolean): string {
  if (!call?.endedAt) return t('call.going')
  if (call.outcome === 'missed') return t(isMine ? 'call.unanswered' : 'call.missed')
  if (call.outcome === 'declined') return t(isMine ? 'call.declined' : 'call.refused')
  const minutes = Math.floor((Date.parse(call.endedAt) - Date.parse(call.startedAt)) / 60_000)
  return t('call.ended', { minutes })
}
