import { Button, Stack, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { identityEndpoints } from '@kolosok/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '#lib/api.ts'
import { meQuery } from '#lib/me.ts'
import { groupPhone } from '#lib/phone.ts'
import { PhoneField } from '#ui/phone-field.tsx'
import { fieldText, problemText } from './problem-text.ts'
import type { Sent } from './sent.ts'
import { t } from './texts.ts'

type Props = {
  /** By SMS; without a gateway a number can only be typed. */
  readonly canProve: boolean
  /** What is to be proved. */
  readonly phone: string | null
  readonly onSent: (sent: Sent) => void
}

export function OwnPhoneForm({ canProve, phone, onSent }: Props) {
  const client = useQueryClient()
  const form = useForm({
    initialValues: { phone: phone === null ? '' : groupPhone(phone) },
    validate: { phone: (value) => (value.trim() === '' ? t('error.phone-empty') : null) },
  })
  const save = useMutation({
    mutationFn: async ({ phone }: { phone: string }): Promise<Sent | null> => {
      if (canProve) {
        const sent = await call(identityEndpoints.sendPhoneCode, { body: { phone } })
        return { ...sent, phone, email: '', at: Date.now() }
      }
      client.setQueryData(meQuery().queryKey, await call(identityEndpoints.givePhone, { body: { phone } }))
      return null
    },
    onSuccess: (sent) => {
      if (sent) onSent(sent)
      else form.reset()
    },
    onError: (error) => form.setErrors({ phone: fieldText(error, 'phone') ?? problemText(error) }),
  })
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(
        (values) => save.mutate(values),
        () => form.getInputNode('phone')?.focus(),
      )}
    >
      <Stack>
        <PhoneField label={t('phone')} {...form.getInputProps('phone')} />
        {save.isSuccess && save.data === null && <Text role="status">{t('own.saved')}</Text>}
        <Button type="submit" size="lg" loading={save.isPending}>
          {t(canProve ? 'get-code' : 'own.save')}
        </Button>
      </Stack>
    </form>
  )
}
