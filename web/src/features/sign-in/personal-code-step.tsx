import { Anchor, Button, Stack, Text, TextInput, Title } from '@mantine/core'
import { useForm } from '@mantine/form'
import { identityEndpoints, type SignedIn } from '@kolosok/contract'
import { call } from '#lib/api.ts'
import { PhoneField } from '#ui/phone-field.tsx'
import { Doubt, doubtOf } from './doubt.tsx'
import { fieldText, problemText } from './problem-text.ts'
import { useSignIn } from './queries.ts'
import { t } from './texts.ts'

type Props = {
  readonly phone: string
  readonly onSignedIn: (signedIn: SignedIn) => void
  /** Null where there is no other way to go back to. */
  readonly onBack: (() => void) | null
}

/** The code on the slip, or the one a teacher made for coming back. */
export function PersonalCodeStep({ phone, onSignedIn, onBack }: Props) {
  const form = useForm({
    initialValues: { phone, code: '' },
    validate: {
      phone: (value) => (value.trim() === '' ? t('error.phone-empty') : null),
      code: (value) => (value.trim() === '' ? t('error.code-empty') : null),
    },
  })
  const enter = useSignIn(
    (given: { phone: string; code: string; startAnew?: boolean }) =>
      call(identityEndpoints.signInWithPersonalCode, { body: given }),
    onSignedIn,
  )
  function submit(values: typeof form.values) {
    enter.mutate(values, {
      onError: (error) => {
        const phoneError = fieldText(error, 'phone')
        form.setErrors(phoneError === null ? { code: problemText(error, { isPersonal: true }) } : { phone: phoneError })
        form.getInputNode(phoneError === null ? 'code' : 'phone')?.focus()
      },
    })
  }

  const doubt = doubtOf(enter.error)
  if (doubt) {
    const startAnew = () => enter.mutate({ ...form.values, startAnew: true })
    return <Doubt kind={doubt} isPending={enter.isPending} onAnew={startAnew} onOther={onBack ?? enter.reset} />
  }
  return (
    <form
      onSubmit={form.onSubmit(submit, (errors) => form.getInputNode(Object.keys(errors)[0] ?? '')?.focus())}
      noValidate
    >
      <Stack gap="md">
        <div>
          <Title order={2} fz="xl">
            {t('personal.title')}
          </Title>
          <Text c="dimmed">{onBack ? t('personal.text') : t('no-gateway')}</Text>
        </div>
        <PhoneField
          label={t('phone')}
          autoFocus={phone === ''}
          required
          withAsterisk={false}
          {...form.getInputProps('phone')}
        />
        <TextInput
          label={t('personal.code')}
          description={t('personal.hint')}
          autoFocus={phone !== ''}
          autoCapitalize="characters"
          autoComplete="off"
          spellCheck={false}
          {...form.getInputProps('code')}
        />
        <Button type="submit" size="lg" loading={enter.isPending}>
          {t('personal.enter')}
        </Button>
        {onBack && (
          <Anchor component="button" type="button" py={10} onClick={onBack}>
            {t('back')}
          </Anchor>
        )}
      </Stack>
    </form>
  )
}
