import { Anchor, Button, Group, Stack, Text, TextInput, Title } from '@mantine/core'
import { identityEndpoints, type SignedIn } from '@kolosok/contract'
import { useMutation } from '@tanstack/react-query'
import { type SubmitEvent, useRef, useState } from 'react'
import { ApiProblem, call, isProblem } from '#lib/api.ts'
import { formatPhone } from '#lib/phone.ts'
import { Doubt, doubtOf } from './doubt.tsx'
import { problemText } from './problem-text.ts'
import { sendCode, useSignIn } from './queries.ts'
import type { Sent } from './sent.ts'
import { splitTime, t } from './texts.ts'
import { useCountdown } from './use-countdown.ts'

type Props = {
  readonly sent: Sent
  readonly onSent: (sent: Sent) => void
  readonly onSignedIn: (signedIn: SignedIn) => void
  readonly onOtherPhone: () => void
  readonly onPersonalCode: () => void
}

const DIGITS = 6

/** The code that was sent; typed, pasted or offered by the phone's keyboard, six digits enter by themselves. */
export function CodeStep({ sent, onSent, onSignedIn, onOtherPhone, onPersonalCode }: Props) {
  const [code, setCode] = useState('')
  const [isEmpty, setEmpty] = useState(false)
  const enter = useSignIn(
    (given: { code: string; startAnew?: boolean }) =>
      call(identityEndpoints.signIn, { body: { handle: sent.handle, ...given } }),
    onSignedIn,
  )

  const input = useRef<HTMLInputElement>(null)
  const isKnownWrong = isProblem(enter.error, 'code-wrong')

  function change(typed: string) {
    const digits = typed.replace(/\D/g, '').slice(0, DIGITS)
    setCode(digits)
    setEmpty(false)
    enter.reset()
    if (digits.length === DIGITS && digits !== code) enter.mutate({ code: digits })
  }

  function submit(event: SubmitEvent) {
    event.preventDefault()
    setEmpty(code === '')
    // Asked once more, the same wrong code would only cost another attempt.
    if (isKnownWrong) input.current?.select()
    else if (code !== '' && !enter.isPending) enter.mutate({ code })
  }

  const doubt = doubtOf(enter.error)
  if (doubt) {
    const startAnew = () => enter.mutate({ code, startAnew: true })
    return <Doubt kind={doubt} isPending={enter.isPending} onAnew={startAnew} onOther={onOtherPhone} />
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <div>
          <Title order={2} fz="xl">
            {t('code.title')}
          </Title>
          <Text c="dimmed">{whereTo(sent)}</Text>
        </div>
        <TextInput
          ref={input}
          label={t('code')}
          value={code}
          onChange={(event) => change(event.currentTarget.value)}
          error={isEmpty ? t('error.code-empty') : enter.isError && problemText(enter.error)}
          inputMode="numeric"
          autoComplete="one-time-code"
          autoFocus
          size="lg"
          styles={{ input: { letterSpacing: '0.4em', fontVariantNumeric: 'tabular-nums' } }}
        />
        <Button type="submit" size="lg" loading={enter.isPending}>
          {t('code.enter')}
        </Button>
        <Resend key={sent.handle} sent={sent} onSent={onSent} blockedFor={secondsOf(enter.error)} />
        <Text c="dimmed" size="sm">
          {t('code.help', { way: sent.way })}
        </Text>
        <Group justify="space-between">
          <Anchor component="button" type="button" py={10} onClick={onOtherPhone}>
            {t('code.other-phone')}
          </Anchor>
          <Anchor component="button" type="button" py={10} onClick={onPersonalCode}>
            {t('code.use-personal')}
          </Anchor>
        </Group>
      </Stack>
    </form>
  )
}

type ResendProps = { readonly sent: Sent; readonly onSent: (sent: Sent) => void; readonly blockedFor: number }

function Resend({ sent, onSent, blockedFor }: ResendProps) {
  const [blockedUntil, setBlockedUntil] = useState({ seconds: 0, at: 0 })
  if (blockedFor !== blockedUntil.seconds) setBlockedUntil({ seconds: blockedFor, at: nowPlus(blockedFor) })
  const left = useCountdown(Math.max(sent.at + sent.resendAfter * 1000, blockedUntil.at))
  const { way, phone, email } = sent
  const again = useMutation({
    mutationFn: async (): Promise<Sent> => ({
      ...sent,
      ...(await sendCode({ phone, way, ...(email && { email }) })),
      at: Date.now(),
    }),
    onSuccess: onSent,
  })
  return (
    <>
      <Button variant="light" disabled={left > 0} loading={again.isPending} onClick={() => again.mutate()}>
        {left > 0 ? t('code.resend-in', { time: t('time', splitTime(left)) }) : t('code.resend')}
      </Button>
      {again.isError && (
        <Text role="alert" c="var(--danger)" size="sm">
          {problemText(again.error)}
        </Text>
      )}
    </>
  )
}

const nowPlus = (seconds: number): number => Date.now() + seconds * 1000

const secondsOf = (error: unknown): number =>
  error instanceof ApiProblem ? Number(error.body.params?.['seconds'] ?? 0) : 0

function whereTo({ way, phone, email }: Sent): string {
  if (way === 'sms') return t('code.sent.sms', { phone: formatPhone(phone) })
  return email === '' ? t('code.sent.email-known') : t('code.sent.email', { email })
}
