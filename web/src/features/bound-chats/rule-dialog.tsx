import type { BoundChat, ChatId, RulePart } from '@kolosok/contract'
import { Button, Modal, Stack, Text, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { type SyntheticEvent, useRef, useState } from 'react'
import { useOrganization } from '#features/organization-frame/index.ts'
import { newId } from '#lib/new-id.ts'
import { DialogActions } from '#ui/dialog-actions.tsx'
import { badFieldsOf, sentenceOf } from './problems.ts'
import { useSaveRule } from './queries.ts'
import { RulePartFields } from './rule-part-fields.tsx'
import { RulePreview } from './rule-preview.tsx'
import type { NamedGroup } from './rule-words.ts'
import { t } from './texts.ts'

type Props = {
  /** Null for a new one. */
  readonly chat: BoundChat | null
  readonly groups: readonly NamedGroup[]
  readonly positions: readonly string[]
  readonly onClose: () => void
}

/** A rule in rows: whoever fits any one of them is in. Who that is now stands below. */
export function RuleDialog({ chat, groups, positions, onClose }: Props) {
  const { id } = useOrganization()
  const [chatId] = useState(() => chat?.id ?? (newId() as ChatId))
  const [title, setTitle] = useState(chat?.title ?? '')
  const [parts, setParts] = useState<readonly RulePart[]>(chat?.parts ?? [{ kind: 'management' }])
  const titleRef = useRef<HTMLInputElement>(null)
  const save = useSaveRule(id, chatId, chat === null)
  const bad = save.isError ? badFieldsOf(save.error) : null
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    save.mutate(
      { title, parts: [...parts] },
      { onSuccess: onClose, onError: (error) => badFieldsOf(error)?.['title'] && titleRef.current?.focus() },
    )
  }
  const replace = (at: number, part: RulePart) => setParts(parts.map((one, i) => (i === at ? part : one)))
  return (
    <Modal opened onClose={onClose} size="lg" title={t(chat ? 'rule.edit' : 'rule.title')}>
      <form noValidate onSubmit={submit}>
        <Stack>
          <TextInput
            ref={titleRef}
            data-autofocus
            label={t('rule.name')}
            maxLength={100}
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
            error={bad?.['title']}
          />
          <div>
            <Text fw={600}>{t('rule.who')}</Text>
            <Text size="sm" c="dimmed">
              {t('rule.who.hint')}
            </Text>
          </div>
          {parts.map((part, at) => (
            <RulePartFields
              key={at}
              place={at + 1}
              part={part}
              groups={groups}
              positions={positions}
              error={bad?.[`parts/${String(at)}/groupIds`]}
              onChange={(changed) => replace(at, changed)}
              onRemove={parts.length > 1 ? () => setParts(parts.filter((_, i) => i !== at)) : undefined}
            />
          ))}
          <Button
            variant="subtle"
            leftSection={<IconPlus size={18} />}
            disabled={parts.length >= 12}
            onClick={() => setParts([...parts, { kind: 'parents', groupIds: [] }])}
          >
            {t('rule.add')}
          </Button>
          <RulePreview organizationId={id} parts={parts} />
          {save.isError && !bad && (
            <Text role="alert" c="var(--danger)">
              {sentenceOf(save.error)}
            </Text>
          )}
          <DialogActions submit={t(chat ? 'save' : 'create')} isPending={save.isPending} onClose={onClose} />
        </Stack>
      </form>
    </Modal>
  )
}
