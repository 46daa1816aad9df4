import { MAX_REPORT_WORD, type StatisticsReport } from '@kolosok/contract'
import { Alert, Modal, Stack, Text, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { DialogActions } from '#ui/dialog-actions.tsx'
import { useDecide } from './queries.ts'
import { t } from './texts.ts'
import { sentenceOf } from './words.ts'

type Props = {
  readonly report: StatisticsReport
  readonly verdict: 'acknowledged' | 'returned'
  readonly onClose: () => void
}

/** The head's: taken note of, perhaps with a word; or back, never without one. */
export function DecisionDialog({ report, verdict, onClose }: Props) {
  const decide = useDecide()
  const name = verdict === 'returned' ? 'return' : 'acknowledge'
  const form = useForm({
    initialValues: { word: '' },
    validate: { word: (word) => (verdict === 'returned' && word.trim() === '' ? t('field.required') : null) },
  })
  const submit = form.onSubmit(({ word }) => {
    decide.mutate(
      { params: { statisticsReportId: report.id }, body: { rev: report.rev, verdict, word } },
      {
        onSuccess: () => {
          notifications.show({ message: t(`done.${verdict}`) })
          onClose()
        },
      },
    )
  })
  return (
    <Modal opened onClose={onClose} title={t(`${name}.title`)}>
      <form noValidate onSubmit={submit}>
        <Stack>
          <Text>{t(`${name}.text`)}</Text>
          <Textarea
            label={t(`${name}.word`)}
            maxLength={MAX_REPORT_WORD}
            autosize
            minRows={2}
            data-autofocus
            {...form.getInputProps('word')}
          />
          {decide.error && (
            <Alert color="red" role="alert">
              {sentenceOf(decide.error)}
            </Alert>
          )}
          <DialogActions submit={t(name)} isPending={decide.isPending} onClose={onClose} />
        </Stack>
      </form>
    </Modal>
  )
}
