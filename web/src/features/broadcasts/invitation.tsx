import type { Broadcast } from '@kolosok/contract'
import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { type CallSession, type Choices, DeviceCheck, type Tracks } from '#features/rooms/index.ts'
import { sentenceOf } from './problems.ts'
import { useAct } from './queries.ts'
import { t } from './texts.ts'

type Props = { readonly broadcast: Broadcast; readonly session: CallSession }

/** The host asks somebody on the stage: only now, and only if they wish, their devices are asked for. */
export function Invitation({ broadcast, session }: Props) {
  const [isChecking, setChecking] = useState(false)
  const enterStage = useAct('enterStage')
  const leaveStage = useAct('leaveStage')
  if (broadcast.stage !== 'invited') return null

  function goOn(choices: Choices, tracks: Tracks): void {
    setChecking(false)
    enterStage.mutate(broadcast.id, {
      onSuccess: () => session.goOn(choices, tracks),
      onError: () => {
        tracks.camera?.stop()
        tracks.microphone?.stop()
      },
    })
  }
  if (isChecking) {
    return (
      <DeviceCheck
        title={broadcast.title}
        start={t('check.enter')}
        onEnter={goOn}
        onCancel={() => setChecking(false)}
      />
    )
  }
  const isBusy = enterStage.isPending || leaveStage.isPending
  const no = () => leaveStage.mutate(broadcast.id)
  const error = enterStage.error ?? leaveStage.error
  return (
    <Modal
      opened
      onClose={no}
      title={t('invited.title')}
      zIndex={400}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Stack>
        <Text>{t('invited.text')}</Text>
        {error && (
          <Text role="alert" c="var(--danger)">
            {sentenceOf(error)}
          </Text>
        )}
        <Group justify="flex-end">
          <Button variant="default" disabled={isBusy} onClick={no}>
            {t('invited.no')}
          </Button>
          <Button loading={isBusy} onClick={() => setChecking(true)} data-autofocus>
            {t('invited.yes')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
