import { MAX_NOTICE_TITLE, MAX_TEXT, type Notice, type OrganizationId } from '@kolosok/contract'
import { Alert, Modal, Stack, Textarea, TextInput } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { FilePicker } from '#features/files/index.ts'
import { AudienceField } from '#features/audience/index.ts'
import { groupsQuery } from '#features/organization/index.ts'
import { DialogActions } from '#ui/dialog-actions.tsx'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'
import { AsksField } from './asks-field.tsx'
import { DeadlineFields } from './deadline-fields.tsx'
import { t } from './texts.ts'
import { type Rights, useNoticeEditor } from './use-notice-editor.ts'

type Props = {
  readonly organizationId: OrganizationId
  readonly rights: Rights
  readonly notice?: Notice
  readonly onClose: () => void
}

export function NoticeEditor({ organizationId, rights, notice, onClose }: Props) {
  const editing = useNoticeEditor({ organizationId, rights, notice, onClose })
  const isPhone = useMediaQuery('(max-width: 48em)')
  const all = useQuery({ ...groupsQuery(organizationId), enabled: rights.sendGroups === null }).data
  const { form, tray } = editing
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(notice ? 'editor.edit' : 'editor.new')}
      size="lg"
      fullScreen={isPhone}
      closeOnClickOutside={false}
    >
      <form noValidate onSubmit={editing.submit}>
        <Stack>
          <TextInput
            label={t('editor.title')}
            description={t('editor.title.hint')}
            maxLength={MAX_NOTICE_TITLE}
            data-autofocus
            {...form.getInputProps('title')}
          />
          <Textarea
            label={t('editor.text')}
            maxLength={MAX_TEXT}
            autosize
            minRows={4}
            maxRows={14}
            {...form.getInputProps('text')}
          />
          <FilePicker tray={editing.tray} label={t('editor.files')} held={editing.held} onLetGo={editing.letGo} />
          <AsksField form={form} />
          <AudienceField
            value={form.values.audience}
            onChange={(audience) => form.setFieldValue('audience', audience)}
            kinds={rights.maySendTo}
            groups={rights.sendGroups ?? all ?? []}
            error={form.errors['audience']}
          />
          <DeadlineFields form={form} rights={rights} />
          {editing.problem !== null && (
            <Alert color="red" role="alert">
              {editing.problem}
            </Alert>
          )}
          <DialogActions
            submit={t(tray.isBusy ? 'editor.busy' : notice ? 'editor.save' : 'editor.send')}
            isPending={editing.isPending}
            isDisabled={tray.isBusy}
            onClose={onClose}
          />
        </Stack>
      </form>
      <ConfirmDialog
        isOpen={editing.isAnswered}
        title={t('editor.again.title')}
        text={t('editor.again.text')}
        confirm={t('editor.again.confirm')}
        cancel={t('cancel')}
        isPending={editing.isPending}
        problem={null}
        onConfirm={editing.sendAgain}
        onClose={editing.forget}
      />
    </Modal>
  )
}
