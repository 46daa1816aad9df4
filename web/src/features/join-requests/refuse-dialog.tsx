import type { JoinRequest, OrganizationId } from '@kolosok/contract'
import { Alert, Modal, Stack, Text, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { DialogActions } from '#ui/dialog-actions.tsx'
import { problemOf } from './problems.ts'
import { useRefuse } from './queries.ts'
import { t } from './texts.ts'

export type DialogProps = {
  readonly organizationId: OrganizationId
  readonly request: JoinRequest
  readonly onClose: () => void
}

export function RefuseDialog({ organizationId, request, onClose }: DialogProps) {
  const refuse = useRefuse({ organizationId, joinRequestId: request.id })
  const form = useForm({
    initialValues: { reason: '' },
    validate: { reason: (value) => (value.trim() === '' ? t('missing.reason') : null) },
  })
  return (
    <Modal opened onClose={onClose} title={t('refuse.title')}>
      <form
        noValidate
        onSubmit={form.onSubmit(
          ({ reason }) => refuse.mutate(reason, { onSuccess: onClose }),
          () => form.getInputNode('reason')?.focus(),
        )}
      >
        <Stack>
          <Text>{t('refuse.text', { name: request.fullName })}</Text>
          <Textarea
            label={t('refuse.reason')}
            maxLength={500}
            autosize
            minRows={2}
            data-autofocus
            {...form.getInputProps('reason')}
          />
          {refuse.isError && (
            <Alert color="red" role="alert">
              {problemOf(refuse.error)}
            </Alert>
          )}
          <DialogActions submit={t('refuse')} isPending={refuse.isPending} isDangerous onClose={onClose} />
        </Stack>
      </form>
    </Modal>
  )
}
