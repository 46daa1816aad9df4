import { accountMergeEndpoints, type MergeWay } from '@kolosok/contract'
import { Button, Group, Radio, Skeleton, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery } from '@tanstack/react-query'
import { call } from '#lib/api.ts'
import { installationQuery } from '#lib/installation.ts'
import { PhoneField } from '#ui/phone-field.tsx'
import { type SayOther, type Sent, sentenceOf } from './proof.ts'
import { t } from './texts.ts'

type Props = {
  readonly sayOther: SayOther
  readonly onSent: (sent: Sent) => void
  readonly onClose: () => void
}

/** Which number, and what speaks for its being one's own. */
export function NumberForm(props: Props) {
  const installation = useQuery(installationQuery())
  if (!installation.data) return <Skeleton h={64} radius="md" aria-hidden="true" />
  return <Form {...props} ways={[...installation.data.codeWays, 'personal-code']} />
}

function Form({ sayOther, onSent, onClose, ways }: Props & { readonly ways: readonly MergeWay[] }) {
  const form = useForm({
    initialValues: { phone: '', way: ways[0] ?? 'personal-code', email: '' },
    validate: {
      phone: (value) => (value.trim() === '' ? t('phone.empty') : null),
      email: (value, { way }) => (way === 'email' && value.trim() === '' ? t('email.empty') : null),
    },
  })
  const send = useMutation({
    mutationFn: async ({ phone, way, email }: typeof form.values): Promise<Sent> => {
      const body = { phone, way, ...(way === 'email' && { email: email.trim() }) }
      return { phone, way, email, ...(await call(accountMergeEndpoints.sendCodes, { body })) }
    },
    onSuccess: onSent,
    onError: (error) => {
      form.setErrors({ phone: sentenceOf(error, sayOther) })
      form.getInputNode('phone')?.focus()
    },
  })
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(
        (values) => send.mutate(values),
        (errors) => form.getInputNode(Object.keys(errors)[0] ?? '')?.focus(),
      )}
    >
      <Stack>
        <Text>{t('lead')}</Text>
        <PhoneField label={t('phone')} size="md" autoFocus autoComplete="off" {...form.getInputProps('phone')} />
        <Radio.Group label={t('way')} {...form.getInputProps('way')}>
          <Stack gap="xs" mt="xs">
            {ways.map((way) => (
              <Radio key={way} size="md" value={way} label={t(`way.${way}`)} description={t(`way.${way}.hint`)} />
            ))}
          </Stack>
        </Radio.Group>
        {form.values.way === 'email' && (
          <TextInput
            label={t('email')}
            type="email"
            inputMode="email"
            size="md"
            autoComplete="off"
            {...form.getInputProps('email')}
          />
        )}
        <Group>
          <Button type="submit" size="md" loading={send.isPending}>
            {t('next')}
          </Button>
          <Button variant="default" size="md" onClick={onClose}>
            {t('cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
