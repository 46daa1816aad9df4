import { Button, Paper, Stack, Text, TextInput, Title } from '@mantine/core'
import { useForm } from '@mantine/form'
import { ApiProblem, isProblem } from '#lib/api.ts'
import { formatPhone } from '#lib/phone.ts'
import { OneTimeCode } from '#ui/one-time-code.tsx'
import { PhoneField } from '#ui/phone-field.tsx'
import { useAddOperator } from './queries.ts'
import { t } from './texts.ts'

/** By number; who has not come yet gets a code handed over in person. */
export function AddOperator() {
  const add = useAddOperator()
  const form = useForm({
    initialValues: { name: '', phone: '' },
    validate: {
      name: (value) => (value.trim() === '' ? t('add.empty-name') : null),
      phone: (value) => (value.trim() === '' ? t('add.empty-phone') : null),
    },
  })
  const submit = (values: typeof form.values) =>
    add.mutate(values, {
      onSuccess: () => form.reset(),
      onError: (error) => form.setErrors({ phone: phoneProblem(error) }),
    })
  const code = add.data?.personalCode ?? null

  if (add.data && code !== null) {
    const { name, phone } = add.data.operator
    return (
      <Paper radius="lg" p="md" bg="var(--accent-soft)" role="status">
        <Stack align="flex-start">
          <Title order={2} fz="lg">
            {t('code.title')}
          </Title>
          <OneTimeCode code={code} copy={t('code.copy')} copied={t('code.copied')} />
          <Text>{t('code.text', { name, phone: formatPhone(phone ?? '') })}</Text>
          <Button onClick={() => add.reset()}>{t('code.done')}</Button>
        </Stack>
      </Paper>
    )
  }
  return (
    <form
      onSubmit={form.onSubmit(submit, (errors) => form.getInputNode(Object.keys(errors)[0] ?? '')?.focus())}
      noValidate
    >
      <Stack>
        <Title order={2} fz="lg">
          {t('add')}
        </Title>
        <TextInput label={t('add.name')} {...form.getInputProps('name')} />
        <PhoneField label={t('add.phone')} autoComplete="off" {...form.getInputProps('phone')} />
        <Button type="submit" loading={add.isPending}>
          {t('add.submit')}
        </Button>
      </Stack>
    </form>
  )
}

function phoneProblem(error: unknown): string {
  if (isProblem(error, 'operator-already')) return t('add.already')
  return error instanceof ApiProblem && error.body.code === 'invalid-request' ? t('add.phone-invalid') : t('failed')
}
