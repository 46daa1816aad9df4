import { noticeUrgency } from '@kolosok/contract'
import { Select, Switch } from '@mantine/core'
import { MomentField } from '#ui/date-field.tsx'
import { t } from './texts.ts'
import type { NoticeEditing, Rights } from './use-notice-editor.ts'

type Props = Pick<NoticeEditing, 'form'> & { readonly rights: Rights }

/** Until when, and how it makes itself felt. */
export function DeadlineFields({ form, rights: { mayBeUrgent, hasMail } }: Props) {
  return (
    <>
      <MomentField
        label={t('editor.deadline')}
        description={t('editor.deadline.hint')}
        {...form.getInputProps('deadline')}
      />
      {hasMail && (
        <Switch
          label={t('editor.mailed')}
          description={t('editor.mailed.hint')}
          {...form.getInputProps('isMailed', { type: 'checkbox' })}
        />
      )}
      {mayBeUrgent && (
        <Switch
          label={t('editor.urgent')}
          description={t('editor.urgent.hint')}
          {...form.getInputProps('isUrgent', { type: 'checkbox' })}
        />
      )}
      {form.values.isUrgent && (
        <Select
          label={t('editor.urgency')}
          data={noticeUrgency.options.map((value) => ({ value, label: t(`urgency.${value}`) }))}
          placeholder={t('editor.urgency.choose')}
          allowDeselect={false}
          {...form.getInputProps('urgency')}
        />
      )}
    </>
  )
}
