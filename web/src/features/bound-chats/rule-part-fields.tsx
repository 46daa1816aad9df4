import type { RulePart } from '@kolosok/contract'
import { ActionIcon, MultiSelect, NativeSelect, TagsInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import classes from './bound-chats.module.css'
import type { NamedGroup } from './rule-words.ts'
import { t } from './texts.ts'

const kinds = ['head', 'management', 'admins', 'teachers', 'parents', 'committee'] as const satisfies RulePart['kind'][]

type Props = {
  readonly place: number
  readonly part: RulePart
  readonly groups: readonly NamedGroup[]
  readonly positions: readonly string[]
  readonly error: string | undefined
  readonly onChange: (part: RulePart) => void
  /** Missing where it is the only one. */
  readonly onRemove: (() => void) | undefined
}

export function RulePartFields({ place, part, groups, positions, error, onChange, onRemove }: Props) {
  return (
    <div className={classes.part}>
      <div className={classes.partHead}>
        <NativeSelect
          size="md"
          aria-label={t('rule.part', { place })}
          data={kinds.map((value) => ({ value, label: t(`part.${value}`) }))}
          value={part.kind}
          onChange={(event) => onChange(emptyPart(event.currentTarget.value, part))}
        />
        {onRemove && (
          <ActionIcon
            variant="subtle"
            color="gray"
            size={44}
            aria-label={t('rule.remove', { place })}
            onClick={onRemove}
          >
            <IconX size={20} />
          </ActionIcon>
        )}
      </div>
      {part.kind === 'teachers' && (
        <TagsInput
          size="md"
          label={t('rule.positions')}
          {...(part.positions.length === 0 && { placeholder: t('rule.positions.any') })}
          data={[...positions]}
          value={part.positions}
          onChange={(given) => onChange({ ...part, positions: given })}
        />
      )}
      {'groupIds' in part && (
        <MultiSelect
          size="md"
          label={t('rule.groups')}
          {...(part.groupIds.length === 0 && { placeholder: t('rule.groups.any') })}
          searchable
          data={groups.map(({ id, name }) => ({ value: id, label: name }))}
          value={part.groupIds}
          onChange={(given) => onChange({ ...part, groupIds: given })}
          error={error}
        />
      )}
    </div>
  )
}

/** Of another kind; the groups chosen so far stay where they have a meaning. */
function emptyPart(value: string, before: RulePart): RulePart {
  const kind = kinds.find((known) => known === value) ?? 'management'
  const groupIds = 'groupIds' in before ? before.groupIds : []
  switch (kind) {
    case 'head':
    case 'management':
    case 'admins':
      return { kind }
    case 'teachers':
      return { kind, positions: [], groupIds }
    case 'parents':
    case 'committee':
      return { kind, groupIds }
  }
}
