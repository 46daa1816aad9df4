import type { Notice, NoticeReceiver } from '@kolosok/contract'
import { Alert, Button, Modal, Stack, Text } from '@mantine/core'
import { sentenceOf } from './problems.ts'
import { useAnswer } from './queries.ts'
import { t } from './texts.ts'
import { waysToAnswer } from './words.ts'

type Props = { readonly notice: Notice; readonly receiver: NoticeReceiver; readonly onClose: () => void }

/** What a family has ticked on the slip it brought back. */
export function PaperDialog({ notice, receiver, onClose }: Props) {
  const enter = useAnswer()
  const choose = (choice: number) => {
    enter.mutate(
      {
        params: { noticeId: notice.id, unitId: receiver.id },
        body: { version: notice.version, choice, rev: receiver.answer?.rev ?? null, isOnPaper: true },
      },
      { onSuccess: onClose },
    )
  }
  return (
    <Modal opened onClose={onClose} title={t('paper.title')}>
      <Stack>
        <Text>{t('paper.text', { name: receiver.name })}</Text>
        {waysToAnswer(notice).map((way, choice) => (
          <Button
            key={way}
            variant="default"
            disabled={enter.isPending}
            loading={enter.isPending && enter.variables.body.choice === choice}
            onClick={() => choose(choice)}
          >
            {way}
          </Button>
        ))}
        {enter.error && (
          <Alert color="red" role="alert">
            {sentenceOf(enter.error)}
          </Alert>
        )}
      </Stack>
    </Modal>
  )
}
