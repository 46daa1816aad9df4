import type { NewPoll } from '@kolosok/contract'
import { ActionIcon, Button, Checkbox, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconPlus, IconX } from '@tabler/icons-react'
import { DialogActions } from '#ui/dialog-actions.tsx'
import { t } from './texts.ts'

const MAX_OPTIONS = 20
const MAX_QUESTION = 300
const MAX_OPTION = 150

type Props = {
  readonly onCreate: (poll: NewPoll) => void
  readonly onClose: () => void
  /** What it asks already, where that is being changed. */
  readonly poll?: NewPoll | null
  /** Who is going to see the answers. */
  readonly note?: string
  readonly submit?: string
}

/** Asks for everything a poll needs, and names every bad field at once. */
export function NewPollDialog({ onCreate, onClose, poll = null, ...words }: Props) {
  const { note = t('new.public'), submit: submitWord = t('new.create') } = words
  const form = useForm({
    initialValues: poll ?? { question: '', options: ['', ''], isMultiple: false },
    validateInputOnBlur: false,
    validate: {
      question: (value) => wrong(value, MAX_QUESTION, t('new.error.question')),
      options: {},
    },
  })

  const submit = form.onSubmit(
    ({ question, options, isMultiple }) => {
      const errors = wrongOptions(options)
      form.setErrors(errors)
      const [first] = Object.keys(errors)
      if (first !== undefined) form.getInputNode(first)?.focus()
      else onCreate({ question: question.trim(), options: options.map((option) => option.trim()), isMultiple })
    },
    (errors, { options }) => {
      form.setErrors({ ...errors, ...wrongOptions(options) })
      form.getInputNode('question')?.focus()
    },
  )

  return (
    <Modal opened onClose={onClose} title={t(poll ? 'new.change' : 'new.title')}>
      <form
        noValidate
        onSubmit={(event) => {
          // It may stand within another window's form.
          event.stopPropagation()
          submit(event)
        }}
      >
        <Stack gap="sm">
          <TextInput
            data-autofocus
            label={t('new.question')}
            placeholder={t('new.question.placeholder')}
            key={form.key('question')}
            {...form.getInputProps('question')}
          />
          {form.values.options.map((_, index) => (
            <TextInput
              // Rows have no name of their own; the last one is added and any removed.
              key={index}
              aria-label={t('new.option', { number: index + 1 })}
              placeholder={t('new.option', { number: index + 1 })}
              {...form.getInputProps(`options.${String(index)}`)}
              rightSection={
                form.values.options.length > 2 && (
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={t('new.option.remove', { number: index + 1 })}
                    onClick={() => form.removeListItem('options', index)}
                  >
                    <IconX size={18} />
                  </ActionIcon>
                )
              }
            />
          ))}
          {form.values.options.length < MAX_OPTIONS && (
            <Button
              variant="subtle"
              justify="flex-start"
              leftSection={<IconPlus size={18} />}
              onClick={() => form.insertListItem('options', '')}
            >
              {t('new.option.add')}
            </Button>
          )}
          <Checkbox label={t('new.multiple')} {...form.getInputProps('isMultiple', { type: 'checkbox' })} />
          <Text fz="sm" c="dimmed">
            {note}
          </Text>
          <DialogActions submit={submitWord} isPending={false} cancel={t('new.cancel')} onClose={onClose} />
        </Stack>
      </form>
    </Modal>
  )
}

function wrong(value: string, max: number, empty: string): string | null {
  if (value.trim() === '') return empty
  return value.trim().length > max ? t('new.error.long', { max }) : null
}

function wrongOptions(options: readonly string[]): Record<string, string> {
  const plain = options.map((option) => option.trim().toLocaleLowerCase('ru'))
  const found = options.map((option, index) => {
    const isSame = plain.indexOf(plain[index] ?? '') < index
    return wrong(option, MAX_OPTION, t('new.error.option')) ?? (isSame ? t('new.error.same') : null)
  })
  return Object.fromEntries(
    found.flatMap((error, index) => (error === null ? [] : [[`options.${String(index)}`, error]])),
  )
}
