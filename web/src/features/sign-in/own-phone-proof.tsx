import { Anchor, Button, Stack, Text, TextInput } from '@mantine/core'
import { identityEndpoints } from '@kolosok/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { call, isProblem } from '#lib/api.ts'
import { meQuery } from '#lib/me.ts'
import { formatPhone } from '#lib/phone.ts'
import { problemText } from './problem-text.ts'
import type { Sent } from './sent.ts'
import { t } from './texts.ts'

/** The code from the SMS makes the number this account's. */
export function OwnPhoneProof({ sent, onOther }: { sent: Sent; onOther: () => void }) {
  const client = useQueryClient()
  const [code, setCode] = useState('')
  const [isEmpty, setEmpty] = useState(false)
  const prove = useMutation({
    mutationFn: () => call(identityEndpoints.provePhone, { body: { handle: sent.handle, code } }),
    onSuccess: (me) => client.setQueryData(meQuery().queryKey, me),
  })
  function submit(event: SubmitEvent) {
    event.preventDefault()
    setEmpty(code.trim() === '')
    if (code.trim() !== '') prove.mutate()
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <Text>{t('code.sent.sms', { phone: formatPhone(sent.phone) })}</Text>
        <TextInput
          label={t('code')}
          value={code}
          onChange={(event) => {
            setCode(event.currentTarget.value)
            setEmpty(false)
            prove.reset()
          }}
          error={
            isEmpty
              ? t('error.code-empty')
              : prove.isError &&
                (isProblem(prove.error, 'number-has-account') ? t('own.taken') : problemText(prove.error))
          }
          inputMode="numeric"
          autoComplete="one-time-code"
          autoFocus
          size="lg"
        />
        <Button type="submit" size="lg" loading={prove.isPending}>
          {t('own.prove')}
        </Button>
        <Anchor component="button" type="button" py={10} onClick={onOther}>
          {t('code.other-phone')}
        </Anchor>
      </Stack>
    </form>
  )
}
