import { MAX_REPORT_REMARK, type MessageReportId, type ReportVerdict } from '@kolosok/contract'
import { Alert, Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { sentenceOf } from './problems.ts'
import { useDecide } from './queries.ts'
import { t } from './texts.ts'

type Props = {
  readonly id: MessageReportId
  readonly kind: 'comment' | 'message'
  readonly verdict: ReportVerdict
  readonly onClose: () => void
}

export function DecisionDialog({ id, kind, verdict, onClose }: Props) {
  const decide = useDecide()
  const [word, setWord] = useState('')
  const submit = () => {
    decide.mutate(
      { params: { messageReportId: id }, body: { verdict, word } },
      {
        onSuccess: () => {
          notifications.show({ message: t(`done.${verdict}`, { kind }) })
          onClose()
        },
      },
    )
  }
  return (
    <Modal opened onClose={onClose} title={t(`decide.${verdict}.title`, { kind })}>
      <Stack>
        <Text>{t(`decide.${verdict}.text`)}</Text>
        <Textarea
          label={t('decide.word')}
          maxLength={MAX_REPORT_REMARK}
          autosize
          minRows={2}
          data-autofocus
          value={word}
          onChange={(event) => setWord(event.currentTarget.value)}
        />
        {decide.error && (
          <Alert color="red" role="alert">
            {sentenceOf(decide.error)}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button {...(verdict === 'deleted' && { color: 'red' })} loading={decide.isPending} onClick={submit}>
            {t(verdict === 'deleted' ? 'delete' : 'dismiss', { kind })}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
