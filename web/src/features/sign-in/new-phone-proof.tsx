import { type Me, phoneChangeEndpoints } from '@kolosok/contract'
import { Anchor, Button, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ApiProblem, call } from '#lib/api.ts'
import { createTexts } from '#lib/i18n.ts'
import { meQuery } from '#lib/me.ts'
import { formatPhone } from '#lib/phone.ts'
import { phoneChanges } from '#locales/ru/phone-changes.ts'
import { type ChangeSent, sentenceOf } from './new-phone.ts'

const t = createTexts(phoneChanges)

type Props = {
  readonly me: Me
  readonly sent: ChangeSent
  readonly onOther: () => void
  readonly onDone: () => void
}

export function NewPhoneProof({ me, sent, onOther, onDone }: Props) {
  const { id, phone, old, newHandle, oldHandle } = sent
  const client = useQueryClient()
  const required = (value: string) => (value.trim() === '' ? t('own.empty') : null)
  const form = useForm({
    initialValues: { new: '', old: '' },
    validate: { new: required, old: (value) => (oldHandle === null ? null : required(value)) },
  })
  const change = useMutation({
    mutationFn: (typed: typeof form.values) =>
      oldHandle === null
        ? call(phoneChangeEndpoints.ask, {
            params: { phoneChangeId: id },
            body: { phone, handle: newHandle, code: typed.new },
          })
        : call(phoneChangeEndpoints.change, {
            body: { newHandle, newCode: typed.new, oldHandle, oldCode: typed.old },
          }),
    onSuccess: (changed) => {
      client.setQueryData(meQuery().queryKey, changed)
      onDone()
    },
    onError: (error) => {
      const which = error instanceof ApiProblem && error.body.params?.['which'] === 'old' ? 'old' : 'new'
      form.setErrors({ [which]: sentenceOf(error) })
      form.getInputNode(which)?.focus()
    },
  })
  const field = { inputMode: 'numeric', autoComplete: 'one-time-code', size: 'md' } as const
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(
        (typed) => change.mutate(typed),
        (errors) => form.getInputNode(Object.keys(errors)[0] ?? '')?.focus(),
      )}
    >
      <Stack>
        <TextInput
          label={t('own.code.new', { phone: formatPhone(phone) })}
          autoFocus
          {...field}
          {...form.getInputProps('new')}
        />
        {oldHandle !== null && (
          <TextInput
            label={
              old === 'email'
                ? t('own.code.old.email', { email: me.email ?? '' })
                : t('own.code.old.sms', { phone: formatPhone(me.phone ?? '') })
            }
            {...field}
            {...form.getInputProps('old')}
          />
        )}
        <Button type="submit" size="md" loading={change.isPending}>
          {t(oldHandle === null ? 'own.ask' : 'own.submit')}
        </Button>
        <Anchor component="button" type="button" py={10} onClick={onOther}>
          {t('own.other')}
        </Anchor>
      </Stack>
    </form>
  )
}
