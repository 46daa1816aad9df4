import { Button, Checkbox, Group as Row, Modal, NativeSelect, Radio, Stack, Text, TextInput } from '@mantine/core'
import {
  type GroupAfterYear,
  type GroupId,
  type RollOver,
  rollOverEndpoints,
  type RollOverGroup,
} from '@kolosok/contract'
import { type SubmitEvent, Suspense, useState } from 'react'
import { AgeField } from '#features/organization/index.ts'
import { call } from '#lib/api.ts'
import { badFieldsOf, sentenceOf } from './faults.ts'
import { useRollOverChange } from './queries.ts'
import classes from './roll-overs.module.css'
import { t } from './texts.ts'
import { nameAfter } from './ways.ts'

type Props = { readonly rollOver: RollOver; readonly group: RollOverGroup; readonly onClose: () => void }
const FATES = ['stay', 'move', 'leave'] as const
type Fate = (typeof FATES)[number]

type Plan = {
  readonly fate: Fate
  readonly to: GroupId | undefined
  /** Stays for new children, where its own go. */
  readonly isOpen: boolean
  readonly after: GroupAfterYear
}

function planNow({ id, name, age, toGroupId, after }: RollOverGroup, first: GroupId | undefined): Plan {
  const rest = { isOpen: after !== null, after: after ?? { name, age } }
  if (toGroupId === id) return { ...rest, fate: 'stay', to: first }
  return toGroupId === null ? { ...rest, fate: 'leave', to: first } : { ...rest, fate: 'move', to: toGroupId }
}

function bodyOf({ id }: RollOverGroup, { fate, to, isOpen, after }: Plan) {
  if (fate === 'stay') return { toGroupId: id, after }
  return { toGroupId: fate === 'leave' ? null : (to ?? null), after: isOpen ? after : null }
}

/** What becomes of one group and its children, by hand. */
export function EditPlan({ rollOver, group, onClose }: Props) {
  const params = { rollOverId: rollOver.id, groupId: group.id }
  const others = rollOver.groups.filter(({ id }) => id !== group.id)
  const [plan, setPlan] = useState<Plan>(() => planNow(group, others[0]?.id))
  const save = useRollOverChange(() => call(rollOverEndpoints.planGroup, { params, body: bodyOf(group, plan) }))
  const reset = useRollOverChange(() => call(rollOverEndpoints.unplanGroup, { params }))
  const bad = badFieldsOf(save.error)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    save.mutate(undefined, { onSuccess: onClose })
  }
  return (
    <Modal opened onClose={onClose} title={t('edit.title')}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <Text fw={600}>{group.name}</Text>
          <Fields rollOver={rollOver} others={others} plan={plan} bad={bad ?? {}} onChange={setPlan} />
          {save.isError && !bad && (
            <Text role="alert" c="var(--danger)">
              {sentenceOf(save.error)}
            </Text>
          )}
          <Row justify="flex-end">
            {group.isEdited && (
              <Button
                variant="subtle"
                loading={reset.isPending}
                onClick={() => reset.mutate(undefined, { onSuccess: onClose })}
              >
                {t('edit.reset')}
              </Button>
            )}
            <Button type="submit" loading={save.isPending}>
              {t('edit.save')}
            </Button>
          </Row>
        </Stack>
      </form>
    </Modal>
  )
}

type FieldsProps = {
  readonly rollOver: RollOver
  readonly others: readonly RollOverGroup[]
  readonly plan: Plan
  readonly bad: Readonly<Record<string, string>>
  readonly onChange: (plan: Plan) => void
}

function Fields({ rollOver, others, plan, bad, onChange }: FieldsProps) {
  const { fate, to, isOpen, after } = plan
  return (
    <>
      <Radio.Group
        label={t('edit.children')}
        value={fate}
        onChange={(value) => onChange({ ...plan, fate: fateIn(value) })}
      >
        <Stack gap="xs" mt="xs">
          {FATES.filter((value) => value !== 'move' || others.length > 0).map((value) => (
            <Radio key={value} value={value} label={t(`edit.${value}`)} classNames={{ body: classes.radio ?? '' }} />
          ))}
        </Stack>
      </Radio.Group>
      {fate === 'move' && (
        <NativeSelect
          size="md"
          label={t('edit.to')}
          data={others.map(({ id }) => ({ value: id, label: nameAfter(rollOver, id) }))}
          value={to ?? ''}
          error={bad['toGroupId']}
          onChange={({ currentTarget }) =>
            onChange({ ...plan, to: others.find(({ id }) => id === currentTarget.value)?.id })
          }
        />
      )}
      {fate !== 'stay' && (
        <Checkbox
          label={t('edit.stays-open')}
          checked={isOpen}
          onChange={({ currentTarget }) => onChange({ ...plan, isOpen: currentTarget.checked })}
        />
      )}
      {(fate === 'stay' || isOpen) && (
        <>
          <TextInput
            label={t('edit.name')}
            value={after.name}
            error={bad['name']}
            onChange={({ currentTarget }) => onChange({ ...plan, after: { ...after, name: currentTarget.value } })}
          />
          <Suspense>
            <AgeField
              value={after.age}
              error={bad['age']}
              onChange={(age) => onChange({ ...plan, after: { ...after, age } })}
            />
          </Suspense>
        </>
      )}
    </>
  )
}

const fateIn = (value: string): Fate => FATES.find((one) => one === value) ?? 'stay'
