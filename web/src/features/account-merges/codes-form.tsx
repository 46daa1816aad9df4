import { accountMergeEndpoints, type Me, type MergeProof } from '@kolosok/contract'
import { Anchor, Button, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { call } from '#lib/api.ts'
import { formatPhone } from '#lib/phone.ts'
import { fieldOf, type Proven, type SayOther, type Sent, sentenceOf } from './proof.ts'
import { t } from './texts.ts'

type Props = {
  readonly me: Me
  readonly sent: Sent
  readonly sayOther: SayOther
  readonly onProven: (proven: Proven) => void
  readonly onBack: () => void
}

/** Both codes: one hand holds both ends. */
export function CodesForm({ me, sent, sayOther, onProven, onBack }: Props) {
  const required = (value: string) => (value.trim() === '' ? t('code.empty') : null)
  const form = useForm({
    initialValues: { own: '', other: '' },
    validate: { own: (value) => (sent.own === null ? null : required(value)), other: required },
  })
  const check = useMutation({
    mutationFn: async (typed: typeof form.values): Promise<Proven> => {
      const proof = proofOf(sent, typed)
      return { proof, preview: await call(accountMergeEndpoints.preview, { body: proof }) }
    },
    onSuccess: onProven,
    onError: (error) => {
      const field = fieldOf(error)
      form.setErrors({ [field]: sentenceOf(error, sayOther) })
      form.getInputNode(field)?.focus()
    },
  })
  const field = { size: 'md', autoComplete: 'one-time-code' } as const
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(
        (typed) => check.mutate(typed),
        (errors) => form.getInputNode(Object.keys(errors)[0] ?? '')?.focus(),
      )}
    >
      <Stack>
        {sent.own && (
          <TextInput
            label={
              sent.own.way === 'sms'
                ? t('code.own.sms', { phone: formatPhone(me.phone ?? '') })
                : t('code.own.email', { email: me.email ?? '' })
            }
            inputMode="numeric"
            autoFocus
            {...field}
            {...form.getInputProps('own')}
          />
        )}
        <TextInput
          label={labelOf(sent)}
          {...(sent.way !== 'personal-code' && { inputMode: 'numeric' as const })}
          autoFocus={sent.own === null}
          {...field}
          {...form.getInputProps('other')}
        />
        <Button type="submit" size="md" loading={check.isPending}>
          {t('check')}
        </Button>
        <Anchor component="button" type="button" py={10} onClick={onBack}>
          {t('back')}
        </Anchor>
      </Stack>
    </form>
  )
}

function proofOf({ phone, own, other }: Sent, typed: { own: string; other: string }): MergeProof {
  return {
    phone,
    own: own && { handle: own.handle, code: typed.own },
    other: other ? { handle: other.handle, code: typed.other } : { personalCode: typed.other },
  }
}

function labelOf({ way, phone, email }: Sent): string {
  if (way === 'email') return t('code.other.email', { email })
  return t(way === 'sms' ? 'code.other.sms' : 'code.personal', { phone: formatPhone(phone) })
}
