import { identityEndpoints } from '@kolosok/contract'
import { Button, Stack, Text, TextInput, Title } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '#lib/api.ts'
import { meQuery } from '#lib/me.ts'
import { PhoneField } from '#ui/phone-field.tsx'
import { fieldText, problemText } from './problem-text.ts'
import { t } from './texts.ts'

/** The first operator has come by a link that knows nobody: a name for the others, a number for other devices. */
export function WhoYouAre({ onDone }: { onDone: () => void }) {
  const client = useQueryClient()
  const form = useForm({
    initialValues: { name: '', phone: '' },
    validate: {
      name: (value) => (/\p{L}/u.test(value) ? null : t('error.name-empty')),
      phone: (value) => (value.trim() === '' ? t('error.phone-empty') : null),
    },
  })
  const save = useMutation({
    mutationFn: async ({ name, phone }: typeof form.values) => {
      const [givenName = '', ...rest] = name.trim().split(/\s+/)
      await call(identityEndpoints.givePhone, { body: { phone } })
      return call(identityEndpoints.changeMe, { body: { givenName, patronymic: rest.join(' ') } })
    },
    onSuccess: (me) => {
      client.setQueryData(meQuery().queryKey, me)
      onDone()
    },
    onError: (error) => {
      form.setErrors({ phone: fieldText(error, 'phone') })
      form.getInputNode('phone')?.focus()
    },
  })
  const isBeside = Object.values(form.errors).some(Boolean)
  return (
    <form
      onSubmit={form.onSubmit(
        (values) => save.mutate(values),
        (errors) => form.getInputNode(Object.keys(errors)[0] ?? '')?.focus(),
      )}
      noValidate
    >
      <Stack>
        <Title order={1} fz={26}>
          {t('operator-link.who')}
        </Title>
        <Text c="dimmed">{t('operator-link.who-text')}</Text>
        <TextInput label={t('operator-link.name')} autoComplete="name" autoFocus {...form.getInputProps('name')} />
        <PhoneField label={t('phone')} {...form.getInputProps('phone')} />
        {save.isError && !isBeside && (
          <Text role="alert" c="var(--danger)">
            {problemText(save.error)}
          </Text>
        )}
        <Button type="submit" size="lg" loading={save.isPending}>
          {t('operator-link.save')}
        </Button>
      </Stack>
    </form>
  )
}
