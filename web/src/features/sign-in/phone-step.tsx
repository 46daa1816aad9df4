import { Anchor, Button, Radio, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { CodeWay } from '@kolosok/contract'
import { useMutation } from '@tanstack/react-query'
import { PhoneField } from '#ui/phone-field.tsx'
import { fieldText, problemText } from './problem-text.ts'
import { sendCode } from './queries.ts'
import type { Sent } from './sent.ts'
import { t } from './texts.ts'

type Props = {
  readonly ways: readonly CodeWay[]
  readonly phone: string
  readonly onSent: (sent: Sent) => void
  readonly onPersonalCode: (phone: string) => void
}

type Asked = { phone: string; email: string; way: CodeWay }

async function askForCode({ phone, way, email: typed }: Asked): Promise<Sent> {
  const email = way === 'email' ? typed.trim() : ''
  const sent = await sendCode({ phone, way, ...(email && { email }) })
  return { ...sent, phone, email, at: Date.now() }
}

/** The number first, always; then the way, where there are several. */
export function PhoneStep({ ways, phone, onSent, onPersonalCode }: Props) {
  const form = useForm<Asked>({
    initialValues: { phone, email: '', way: ways[0] ?? 'sms' },
    validate: {
      phone: (value) => (value.trim() === '' ? t('error.phone-empty') : null),
      email: (value, { way }) =>
        way === 'email' && value.trim() !== '' && !/^\S+@\S+\.\S+$/.test(value.trim())
          ? t('error.email-invalid')
          : null,
    },
  })
  const send = useMutation({
    mutationFn: askForCode,
    onSuccess: onSent,
    onError: (error) => {
      const faults = { phone: fieldText(error, 'phone'), email: fieldText(error, 'email') }
      form.setErrors(faults)
      if (faults.phone !== null) focus('phone')
      else if (faults.email !== null) focus('email')
    },
  })
  const focus = (field: string) => form.getInputNode(field)?.focus()
  const isBeside = Object.values(form.errors).some(Boolean)

  return (
    <form
      onSubmit={form.onSubmit(
        (values) => send.mutate(values),
        (errors) => focus(Object.keys(errors)[0] ?? ''),
      )}
      noValidate
    >
      <Stack gap="md">
        <PhoneField label={t('phone')} autoFocus required withAsterisk={false} {...form.getInputProps('phone')} />
        {ways.length > 1 && (
          <Radio.Group label={t('way')} {...form.getInputProps('way')}>
            <Stack gap={0} mt={4}>
              {ways.map((way) => (
                <Radio key={way} value={way} label={t(`way.${way}`)} py={10} />
              ))}
            </Stack>
          </Radio.Group>
        )}
        {form.values.way === 'email' && (
          <TextInput
            type="email"
            inputMode="email"
            autoComplete="email"
            label={t('email')}
            description={t('email.hint')}
            {...form.getInputProps('email')}
          />
        )}
        {send.isError && !isBeside && (
          <Text role="alert" c="var(--danger)">
            {problemText(send.error)}
          </Text>
        )}
        <Button type="submit" size="lg" loading={send.isPending}>
          {t('get-code')}
        </Button>
        <Anchor component="button" type="button" py={10} onClick={() => onPersonalCode(form.values.phone)}>
          {t('have-personal-code')}
        </Anchor>
      </Stack>
    </form>
  )
}
