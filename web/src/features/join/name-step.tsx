import { Button, Chip, Group, Input, Text, TextInput, Title } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { KeyboardEvent } from 'react'
import type { Draft } from './draft.ts'
import classes from './join.module.css'
import { guessWho, splitName } from './names.ts'
import { t } from './texts.ts'

const whos = ['mother', 'father', 'grandmother', 'grandfather', 'guardian'] as const

export type Known = {
  readonly name: string | null
  readonly childName: string | null
  readonly childGenitive: string | null
  readonly position: string
  readonly role: 'teacher' | 'parent'
}

type Props = {
  readonly known: Known
  readonly draft: Draft
  readonly onChange: (part: Partial<Draft>) => void
  readonly onDone: () => void
}

/** «мама Вани», as proposed until it is written by hand. */
export function labelOf({ who, label, patronymic }: Draft, { childGenitive }: Known): string {
  if (label !== null) return label
  const chosen = whos.find((one) => one === (who || guessWho(patronymic)))
  return chosen ? [t(`who.${chosen}`), childGenitive].filter(Boolean).join(' ') : ''
}

const missing = (field: 'givenName' | 'familyName', value: string) =>
  value.trim() === '' ? t(`missing.${field}`) : null

/** The third screen: what people call one, and for parents whose parent one is. */
export function NameStep({ known, draft, onChange, onDone }: Props) {
  const isParent = known.role === 'parent'
  const form = useForm({
    mode: 'controlled',
    initialValues: { ...draft, label: labelOf(draft, known) },
    validate: {
      givenName: (value) => (known.name === null ? missing('givenName', value) : null),
      familyName: (value) => (known.name === null ? missing('familyName', value) : null),
      label: (value) => (isParent && value.trim() === '' ? t('field.label-required') : null),
    },
    onValuesChange: ({ label, ...values }) => {
      onChange({ ...values, label: label === labelOf({ ...values, label: null }, known) ? null : label })
    },
  })
  const propose = (part: Partial<Draft>) => {
    const next = { ...form.values, ...part, label: null }
    form.setFieldValue('label', labelOf(next, known))
  }
  const split = () => {
    const name = splitName(form.values.givenName)
    if (!name || form.values.familyName !== '' || form.values.patronymic !== '') return
    form.setValues(name)
    if (form.values.who === '') propose({ patronymic: name.patronymic })
  }

  return (
    <form
      className={classes.form}
      noValidate
      onKeyDown={goOn}
      onSubmit={form.onSubmit(onDone, (errors) => form.getInputNode(Object.keys(errors)[0] ?? '')?.focus())}
    >
      <div>
        <Title order={1} fz={24}>
          {known.name === null ? t('name.title') : t('name.known', { name: known.name })}
        </Title>
        <Text c="dimmed">{known.childName === null ? t('name.hint') : t('child', { name: known.childName })}</Text>
      </div>
      {known.name === null && (
        <NameFields form={form} onSplit={split} onPatronymic={(patronymic) => propose({ patronymic })} />
      )}
      {!isParent && known.position === '' && (
        <TextInput
          label={t('name.position')}
          description={t('name.position.hint')}
          enterKeyHint="next"
          maxLength={80}
          {...form.getInputProps('position')}
        />
      )}
      {isParent && (
        <>
          <Input.Wrapper label={t('who')} labelElement="div">
            <Chip.Group
              value={form.values.who || guessWho(form.values.patronymic)}
              onChange={(who) => {
                form.setFieldValue('who', who)
                propose({ who })
              }}
            >
              <Group gap={8} mt={6} role="radiogroup" aria-label={t('who')}>
                {whos.map((who) => (
                  <Chip key={who} value={who} size="md" radius="xl">
                    {t(`who.${who}`)}
                  </Chip>
                ))}
              </Group>
            </Chip.Group>
          </Input.Wrapper>
          <TextInput
            label={t('label')}
            description={t('label.hint')}
            enterKeyHint="next"
            maxLength={60}
            {...form.getInputProps('label')}
          />
        </>
      )}
      <div className={classes.actions}>
        <Button type="submit" size="lg" fullWidth>
          {t('go-on')}
        </Button>
      </div>
    </form>
  )
}

/** «Далее» of the phone's keyboard leads to the next field, from the last one on to the next screen. */
function goOn(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement) || event.target.type !== 'text') return
  const fields = [...event.currentTarget.querySelectorAll('input')].filter(({ type }) => type === 'text')
  const next = fields[fields.indexOf(event.target) + 1]
  if (!next) return
  event.preventDefault()
  next.focus()
}

type Form = {
  readonly values: Pick<Draft, 'patronymic' | 'who'>
  readonly getInputProps: (path: 'givenName' | 'patronymic' | 'familyName') => object
}

function NameFields({
  form,
  onSplit,
  onPatronymic,
}: {
  form: Form
  onSplit: () => void
  onPatronymic: (value: string) => void
}) {
  return (
    <>
      <TextInput
        label={t('name.given')}
        autoFocus
        autoComplete="given-name"
        autoCapitalize="words"
        enterKeyHint="next"
        maxLength={120}
        {...form.getInputProps('givenName')}
        onBlur={onSplit}
      />
      <TextInput
        label={t('name.patronymic')}
        description={t('name.patronymic.hint')}
        autoComplete="additional-name"
        autoCapitalize="words"
        enterKeyHint="next"
        maxLength={60}
        {...form.getInputProps('patronymic')}
        onBlur={() => form.values.who === '' && onPatronymic(form.values.patronymic)}
      />
      <TextInput
        label={t('name.family')}
        autoComplete="family-name"
        autoCapitalize="words"
        enterKeyHint="next"
        maxLength={60}
        {...form.getInputProps('familyName')}
      />
    </>
  )
}
