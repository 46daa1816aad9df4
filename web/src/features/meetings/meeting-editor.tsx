import { MAX_MEETING_TITLE, meetingKind, meetingRepeats, type OrganizationId } from '@kolosok/contract'
import { Alert, Modal, Select, SimpleGrid, Stack, Switch, Textarea, TextInput } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { DateField, TimeField } from '#ui/date-field.tsx'
import { DialogActions } from '#ui/dialog-actions.tsx'
import { InviteFields } from './invite-fields.tsx'
import { LessonFields } from './lesson-fields.tsx'
import { ScopeField } from './scope-field.tsx'
import { t } from './texts.ts'
import { type MeetingEditing, type Planned, type Rights, useMeetingEditor } from './use-meeting-editor.ts'

type Props = {
  readonly organizationId: OrganizationId
  readonly rights: Rights
  readonly planned?: Planned
  readonly chatId?: string | undefined
  readonly day: string
  readonly onClose: () => void
}

export function MeetingEditor({ organizationId, rights, planned, chatId, day, onClose }: Props) {
  const editing = useMeetingEditor({ organizationId, rights, planned, chatId, day, onClose })
  const isPhone = useMediaQuery('(max-width: 48em)')
  const { form } = editing
  const isLesson = String(form.values.isLesson)
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(editing.title, { isLesson })}
      size="lg"
      fullScreen={isPhone}
      closeOnClickOutside={false}
    >
      <form noValidate onSubmit={editing.submit}>
        <Stack>
          <TextInput
            label={t(form.values.isLesson ? 'editor.topic' : 'editor.title')}
            placeholder={t(form.values.isLesson ? 'editor.topic.hint' : 'editor.title.hint')}
            maxLength={MAX_MEETING_TITLE}
            data-autofocus
            {...form.getInputProps('title')}
          />
          {rights.mayInvite.includes('groups') && (
            <LessonFields form={form} organizationId={organizationId} isNew={!planned} />
          )}
          <WhenFields form={form} isNew={!planned} />
          <WhereFields form={form} />
          <InviteFields organizationId={organizationId} form={form} rights={rights} chats={planned?.plan.chats ?? []} />
          <Textarea
            label={t('editor.agenda')}
            description={t('editor.agenda.hint')}
            autosize
            minRows={3}
            maxRows={12}
            {...form.getInputProps('agenda')}
          />
          {form.values.kind !== 'in-person' && (
            <Switch
              label={t('editor.waiting')}
              description={t('editor.waiting.hint')}
              {...form.getInputProps('hasWaitingRoom', { type: 'checkbox' })}
            />
          )}
          {rights.hasMail && (
            <Switch
              label={t('editor.mailed')}
              description={t('editor.mailed.hint')}
              {...form.getInputProps('isMailed', { type: 'checkbox' })}
            />
          )}
          {planned?.meeting.series && (
            <ScopeField
              isLesson={isLesson}
              value={form.values.scope}
              onChange={(scope) => form.setFieldValue('scope', scope)}
            />
          )}
          {editing.problem !== null && (
            <Alert color="red" role="alert">
              {editing.problem}
            </Alert>
          )}
          <DialogActions
            submit={t(planned ? 'editor.save' : 'editor.plan')}
            isPending={editing.isPending}
            cancel={t('close')}
            onClose={onClose}
          />
        </Stack>
      </form>
    </Modal>
  )
}

type FieldsProps = Pick<MeetingEditing, 'form'>

function WhenFields({ form, isNew }: FieldsProps & { readonly isNew: boolean }) {
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 3 }}>
        <DateField label={t('editor.day')} {...form.getInputProps('day')} />
        <TimeField label={t('editor.from')} {...form.getInputProps('from')} />
        <TimeField label={t('editor.until')} {...form.getInputProps('until')} />
      </SimpleGrid>
      {isNew && (
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <Select
            label={t('editor.repeats')}
            data={(['once', ...meetingRepeats.options] as const).map((value) => ({
              value,
              label: t(`repeats.${value}`),
            }))}
            allowDeselect={false}
            {...form.getInputProps('repeats')}
          />
          {form.values.repeats !== 'once' && (
            <DateField label={t('editor.untilDay')} {...form.getInputProps('untilDay')} />
          )}
        </SimpleGrid>
      )}
    </>
  )
}

function WhereFields({ form }: FieldsProps) {
  return (
    <>
      <Select
        label={t('editor.kind')}
        data={meetingKind.options.map((value) => ({ value, label: t(`kind.${value}`) }))}
        allowDeselect={false}
        {...form.getInputProps('kind')}
      />
      {form.values.kind !== 'online' && (
        <TextInput
          label={t('editor.place')}
          placeholder={t('editor.place.hint')}
          maxLength={120}
          {...form.getInputProps('place')}
        />
      )}
    </>
  )
}
