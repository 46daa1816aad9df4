import { useQuery } from '@tanstack/react-query'
import { RecordingWarning } from '#features/recordings/index.ts'
import { type Choices, DeviceCheck, type Tracks } from '#features/rooms/index.ts'
import { type CallIntent, closeCall } from './current-call.ts'
import { callsQuery } from './queries.ts'
import { QuietNote } from './quiet-note.tsx'
import { t } from './texts.ts'
import { useDoor } from './use-door.ts'
import { WaitingWords } from './waiting-words.tsx'

type Props = {
  readonly intent: CallIntent
  /** Has come to the door, and waits until the host opens it. */
  readonly isWaiting: boolean
  readonly onEnter: (choices: Choices, tracks: Tracks) => void
}

export function CallCheck({ intent, isWaiting, onEnter }: Props) {
  const { door, leave } = useDoor(intent.chatId, isWaiting)
  const { data: calls } = useQuery(callsQuery())
  const call = calls?.find(({ chatId }) => chatId === intent.chatId)
  const isGoingOn = calls ? call !== undefined : intent.callId !== null
  const start = intent.chatKind === 'direct' ? 'check.start.direct' : 'check.start'
  return (
    <DeviceCheck
      title={intent.title}
      start={t(isGoingOn ? 'check.join' : start)}
      note={isGoingOn ? call?.isRecorded && <RecordingWarning who="call" /> : <QuietNote intent={intent} />}
      waiting={isWaiting && <WaitingWords door={door} />}
      isLetIn={isWaiting && door === 'open'}
      onEnter={onEnter}
      onCancel={() => {
        leave()
        closeCall()
      }}
    />
  )
}
