import { Button, Stack, Text, TextInput, Title } from '@mantine/core'
import { useForm } from '@mantine/form'
import { identityEndpoints } from '@kolosok/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { ApiProblem, call } from '#lib/api.ts'
import { meQuery } from '#lib/me.ts'
import { PhoneField } from '#ui/phone-field.tsx'
import { fieldText, problemText } from './problem-text.ts'
import { PublicCard } from './public-card.tsx'
import { useSignIn } from './queries.ts'
import { t } from './texts.ts'

const route = getRouteApi('/public/operator-link/$token')

/** A press of the button uses the link, not its opening: previews of links open them too. */
export function OperatorLinkPage() {
  const { token } = route.useParams()
  const navigate = useNavigate()
  const [isNew, setNew] = useState(false)
  const leave = () => void navigate({ href: '/operator', replace: true })
  const enter = useSignIn(
    () => call(identityEndpoints.useOperatorLink, { params: { token } }),
    (signedIn) => {
      if (signedIn.isNew) setNew(true)
      else leave()
    },
  )
  const isSpent = enter.error instanceof ApiProblem && enter.error.body.code === 'operator-link-spent'
  if (isNew) return <WhoYouAre onDone={leave} />
  return (
    <PublicCard name={t('product')}>
      <Stack>
        <Title order={1} fz={26}>
          {t('operator-link.title')}
        </Title>
        <Text c="dimmed">{t('operator-link.text')}</Text>
        {enter.isError && (
          <Text role="alert" c="var(--danger)">
            {problemText(enter.error)}
          </Text>
        )}
        {!isSpent && (
          <Button size="lg" loading={enter.isPending} onClick={() => enter.mutate(undefined)}>
            {t('operator-link.enter')}
          </Button>
        )}
      </Stack>
    </PublicCard>
  )
}

function WhoYouAre({ onDone }: { onDone: () => void }) {
  const client = useQueryClient()
  const form = useForm({
    initialValues: { name: '', phone: '' },
    validate: {
      name: (value) => (value.trim() === '' ? t('error.name-empty') : null),
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
    <PublicCard name={t('product')}>
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
    </PublicCard>
  )
}
