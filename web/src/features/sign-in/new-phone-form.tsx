import { type CodeWay, type Me, phoneChangeEndpoints, type PhoneChangeId } from '@kolosok/contract'
import { Button, Group, Radio, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '#lib/api.ts'
import { createTexts } from '#lib/i18n.ts'
import { meQuery } from '#lib/me.ts'
import { newId } from '#lib/new-id.ts'
import { formatPhone } from '#lib/phone.ts'
import { phoneChanges } from '#locales/ru/phone-changes.ts'
import { PhoneField } from '#ui/phone-field.tsx'
import { type ChangeSent, type OldProof, sentenceOf } from './new-phone.ts'

const t = createTexts(phoneChanges)

type Props = {
  readonly me: Me
  readonly ways: readonly CodeWay[]
  readonly onSent: (sent: ChangeSent) => void
  readonly onClose: () => void
}

/** Which number, and what speaks for one's being the owner. */
export function NewPhoneForm({ me, ways, onSent, onClose }: Props) {
  const client = useQueryClient()
  const [id] = useState(() => newId() as PhoneChangeId)
  const canProve = ways.includes('sms')
  const proofs: OldProof[] = canProve
    ? ['sms', ...(me.email !== null && ways.includes('email') ? ['email' as const] : []), 'none']
    : ['none']
  const form = useForm({
    initialValues: { phone: '', old: proofs[0] ?? 'none' },
    validate: { phone: (value) => (value.trim() === '' ? t('own.phone-empty') : null) },
  })
  const go = useMutation({
    mutationFn: async ({ phone, old }: typeof form.values): Promise<ChangeSent | null> => {
      if (!canProve) {
        const asked = await call(phoneChangeEndpoints.ask, { params: { phoneChangeId: id }, body: { phone } })
        client.setQueryData(meQuery().queryKey, asked)
        return null
      }
      const sent = await call(phoneChangeEndpoints.sendCodes, { body: { phone, old } })
      if (!sent.new) throw new Error('Nothing was sent to the new number')
      return { id, phone, old, newHandle: sent.new.handle, oldHandle: sent.old?.handle ?? null }
    },
    onSuccess: (sent) => {
      if (sent) onSent(sent)
      else onClose()
    },
    onError: (error) => {
      form.setErrors({ phone: sentenceOf(error) })
      form.getInputNode('phone')?.focus()
    },
  })
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(
        (values) => go.mutate(values),
        () => form.getInputNode('phone')?.focus(),
      )}
    >
      <Stack>
        <PhoneField label={t('own.new')} size="md" autoFocus autoComplete="off" {...form.getInputProps('phone')} />
        {proofs.length > 1 && (
          <Radio.Group label={t('own.old')} {...form.getInputProps('old')}>
            <Stack gap="xs" mt="xs">
              {proofs.map((proof) => (
                <Radio
                  key={proof}
                  size="md"
                  value={proof}
                  label={t(`own.old.${proof}`)}
                  description={hintOf(proof, me)}
                />
              ))}
            </Stack>
          </Radio.Group>
        )}
        <Group>
          <Button type="submit" size="md" loading={go.isPending}>
            {t(canProve ? 'own.next' : 'own.ask')}
          </Button>
          <Button variant="default" size="md" onClick={onClose}>
            {t('own.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function hintOf(proof: OldProof, { phone, email }: Me): string {
  if (proof === 'sms') return phone === null ? '' : formatPhone(phone)
  return proof === 'email' ? (email ?? '') : t('own.old.none.hint')
}
