import { MAX_LED_BY, MAX_PROGRAMME, type OrganizationId } from '@kolosok/contract'
import { Autocomplete, Select, Switch, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { shelvesQuery } from '#features/materials/index.ts'
import { t } from './texts.ts'
import type { MeetingEditing } from './use-meeting-editor.ts'

type Props = Pick<MeetingEditing, 'form'> & { readonly organizationId: OrganizationId; readonly isNew: boolean }

/** What makes a meeting a lesson: by which programme, and where its materials lie. */
export function LessonFields({ form, organizationId, isNew }: Props) {
  const { isLesson, audience } = form.values
  return (
    <>
      {isNew && (
        <Switch
          label={t('editor.lesson')}
          description={t('editor.lesson.hint')}
          checked={isLesson}
          onChange={({ currentTarget: { checked } }) =>
            form.setValues({
              isLesson: checked,
              ...(checked && { hasAudience: true, audience: { ...audience, kind: 'groups' } }),
            })
          }
        />
      )}
      {isLesson && <Whereby form={form} organizationId={organizationId} />}
    </>
  )
}

function Whereby({ form, organizationId }: Pick<Props, 'form' | 'organizationId'>) {
  const { kind } = form.values
  const shelves = useQuery(shelvesQuery(organizationId)).data?.shelves ?? []
  const programmes = shelves.flatMap(({ programme }) => (programme === '' ? [] : [programme]))
  const folders = shelves
    .filter((shelf) => shelf.folders.length > 0)
    .map((shelf) => ({
      group: shelf.name,
      items: shelf.folders.map(({ id, title }) => ({ value: id, label: title })),
    }))
  return (
    <>
      <Autocomplete
        label={t('editor.programme')}
        placeholder={t('editor.programme.hint')}
        data={[...new Set(programmes)]}
        maxLength={MAX_PROGRAMME}
        {...form.getInputProps('programme')}
      />
      <TextInput
        label={t('editor.led-by')}
        description={t(kind === 'in-person' ? 'editor.led-by.text' : 'editor.led-by.call')}
        placeholder={t('editor.led-by.hint')}
        maxLength={MAX_LED_BY}
        {...form.getInputProps('ledBy')}
      />
      {folders.length > 0 && (
        <Select
          label={t('editor.folder')}
          description={t('editor.folder.hint')}
          data={folders}
          clearable
          searchable
          {...form.getInputProps('folderId')}
        />
      )}
    </>
  )
}
