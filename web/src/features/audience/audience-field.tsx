import { type Audience, type AudienceKind, audienceKind, type GroupId } from '@kolosok/contract'
import { MultiSelect, Radio, Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import { t } from './texts.ts'

type Props = {
  readonly value: Audience
  readonly onChange: (value: Audience) => void
  /** Which of them this person may choose. */
  readonly kinds?: readonly AudienceKind[]
  readonly groups: readonly { readonly id: GroupId; readonly name: string }[]
  readonly error: ReactNode
}

/** Whom something is for; who that is follows from the structure by itself. */
export function AudienceField({ value, onChange, kinds = audienceKind.options, groups, error }: Props) {
  const chosen = new Set<string>(value.groupIds)
  return (
    <Stack gap="sm">
      <Radio.Group
        label={t('label')}
        description={t(`hint.${value.kind}`)}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={value.kind}
        onChange={(kind) => onChange({ ...value, kind: audienceKind.parse(kind) })}
        error={value.kind === 'groups' ? null : error}
      >
        <Stack gap={0} my={4}>
          {kinds.map((kind) => (
            <Radio key={kind} value={kind} label={t(kind)} py={8} />
          ))}
        </Stack>
      </Radio.Group>
      {value.kind === 'groups' && (
        <MultiSelect
          label={t('groups.label')}
          placeholder={value.groupIds.length === 0 ? t('groups.placeholder') : ''}
          data={groups.map(({ id, name }) => ({ value: id, label: name }))}
          value={[...chosen]}
          onChange={(ids) =>
            onChange({ ...value, groupIds: groups.flatMap(({ id }) => (ids.includes(id) ? [id] : [])) })
          }
          nothingFoundMessage={t('groups.empty')}
          searchable
          error={error}
        />
      )}
    </Stack>
  )
}
