import {
  type BroadcastId,
  type BroadcastMessageId,
  type Comment,
  MAX_REPORT_REMARK,
  type Message,
  reportReason,
  type ReportReason,
} from '@kolosok/contract'
import { Alert, Modal, Radio, Stack, Text, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { DialogActions } from '#ui/dialog-actions.tsx'
import { sentenceOf } from './problems.ts'
import { useMake, useMakeOfBroadcastMessage, useMakeOfComment } from './queries.ts'
import { t } from './texts.ts'

type Props = { readonly message: Message; readonly onClose: () => void }

/** Why a message should not be here. */
export function ReportDialog({ message, onClose }: Props) {
  const make = useMake()
  const params = { chatId: message.chatId, messageId: message.id }
  const report = (body: Report, done: () => void) => {
    make.mutate({ params, body }, { onSuccess: done })
  }
  return <ReasonDialog kind="message" make={make} report={report} onClose={onClose} />
}

export function CommentReportDialog({ comment, onClose }: { readonly comment: Comment; readonly onClose: () => void }) {
  const make = useMakeOfComment()
  const params = { postId: comment.postId, commentId: comment.id }
  const report = (body: Report, done: () => void) => {
    make.mutate({ params, body }, { onSuccess: done })
  }
  return <ReasonDialog kind="comment" make={make} report={report} onClose={onClose} />
}

type InBroadcast = {
  readonly params: { readonly broadcastId: BroadcastId; readonly broadcastMessageId: BroadcastMessageId }
  readonly onClose: () => void
}

/** Above the picture, which fills the screen. */
export function BroadcastReportDialog({ params, onClose }: InBroadcast) {
  const make = useMakeOfBroadcastMessage()
  const report = (body: Report, done: () => void) => {
    make.mutate({ params, body }, { onSuccess: done })
  }
  return <ReasonDialog kind="message" make={make} report={report} onClose={onClose} zIndex={400} />
}

type Report = { readonly reason: ReportReason; readonly remark: string }
type Asked = {
  readonly kind: 'comment' | 'message'
  readonly make: { readonly error: Error | null; readonly isPending: boolean }
  readonly report: (body: Report, done: () => void) => void
  readonly onClose: () => void
  readonly zIndex?: number
}

function ReasonDialog({ kind, make, report, onClose, ...over }: Asked) {
  const form = useForm({
    // A quick tap must not accuse of anything.
    initialValues: { reason: null as ReportReason | null, remark: '' },
    validate: {
      reason: (reason) => (reason === null ? t('field.reason') : null),
      remark: (remark, { reason }) => (reason === 'other' && remark.trim() === '' ? t('field.required') : null),
    },
  })
  const submit = form.onSubmit(({ reason, remark }) => {
    if (reason === null) return
    report({ reason, remark }, () => {
      notifications.show({ message: t('make.done') })
      onClose()
    })
  })
  return (
    <Modal opened onClose={onClose} title={t('make.title', { kind })} {...over}>
      <form noValidate onSubmit={submit}>
        <Stack>
          <Text c="dimmed">{t('make.text', { kind })}</Text>
          <Radio.Group aria-label={t('make.title', { kind })} {...form.getInputProps('reason')}>
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
