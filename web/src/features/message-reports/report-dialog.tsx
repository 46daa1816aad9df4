import { MAX_REPORT_REMARK, type Message, reportReason, type ReportReason } from '@kolosok/contract'
import { Alert, Modal, Radio, Stack, Text, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { DialogActions } from '#ui/dialog-actions.tsx'
import { sentenceOf } from './problems.ts'
import { useMake } from './queries.ts'
import { t } from './texts.ts'

type Props = { readonly message: Message; readonly onClose: () => void }

/** Why a message should not be here. */
export function ReportDialog({ message, onClose }: Props) {
  const make = useMake()
  const form = useForm<{ reason: ReportReason; remark: string }>({
    initialValues: { reason: 'fraud', remark: '' },
    validate: {
      remark: (remark, { reason }) => (reason === 'other' && remark.trim() === '' ? t('field.required') : null),
    },
  })
  const submit = form.onSubmit((body) => {
    make.mutate(
      { params: { chatId: message.chatId, messageId: message.id }, body },
      {
        onSuccess: () => {
          notifications.show({ message: t('make.done') })
          onClose()
        },
      },
    )
  })
  return (
    <Modal opened onClose={onClose} title={t('make.title')}>
      <form noValidate onSubmit={submit}>
        <Stack>
          <Text c="dimmed">{t('make.text')}</Text>
          <Radio.Group aria-label={t('make.title')} {...form.getInputProps('reason')}>
            <Stack gap={4}>
              {reportReason.options.map((reason) => (
                <Radio key={reason} value={reason} label={t(`reason.${reason}`)} py={6} />
              ))}
            </Stack>
          </Radio.Group>
          <Textarea
            label={t(form.values.reason === 'other' ? 'make.remark.required' : 'make.remark')}
            maxLength={MAX_REPORT_REMARK}
            autosize
            minRows={2}
            {...form.getInputProps('remark')}
          />
          {make.error && (
            <Alert color="red" role="alert">
              {sentenceOf(make.error)}
            </Alert>
          )}
          <DialogActions submit={t('make.submit')} isPending={make.isPending} onClose={onClose} />
        </Stack>
      </form>
    </Modal>
  )
}
