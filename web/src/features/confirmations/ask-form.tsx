import type { Confirmation, ConfirmationId, OrganizationId } from '@kolosok/contract'
import { Alert, Button, Stack, Text, Textarea, TextInput, Title } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { newId } from '#lib/new-id.ts'
import { Explained } from '#ui/help-mark.tsx'
import classes from './confirmations.module.css'
import { useAsk } from './queries.ts'
import { t } from './texts.ts'

type Props = {
  readonly organizationId: OrganizationId
  readonly position: string
  readonly last: Confirmation | null
}

const missing = (field: 'position' | 'howToCheck') => (value: string) =>
  value.trim() === '' ? t(`missing.${field}`) : null

export function AskForm({ organizationId, position, last }: Props) {
  const [id] = useState(() => newId() as ConfirmationId)
  const ask = useAsk(organizationId)
  const form = useForm({
    initialValues: { position: position || (last?.position ?? ''), howToCheck: last?.howToCheck ?? '', word: '' },
    validate: { position: missing('position'), howToCheck: missing('howToCheck') },
  })
  return (
    <form
      className={classes.page}
      noValidate
      onSubmit={form.onSubmit(
        (words) => ask.mutate({ id, ...words }),
        (errors) => form.getInputNode(Object.keys(errors)[0] ?? '')?.focus(),
      )}
    >
      <Stack>
        <div>
          <Explained>
            <Title order={1} fz={24}>
              {t('ask.title')}
            </Title>
          </Explained>
          <Text c="dimmed">{t('ask.lead')}</Text>
        </div>
        {last && <LastAnswer last={last} />}
        <TextInput
          label={t('ask.position')}
          description={t('ask.position.hint')}
          maxLength={80}
          {...form.getInputProps('position')}
        />
        <Textarea
          label={t('ask.check')}
          description={t('ask.check.hint')}
          maxLength={300}
          autosize
          minRows={2}
          {...form.getInputProps('howToCheck')}
        />
        <Textarea
          label={t('ask.word')}
          description={t('ask.word.hint')}
          maxLength={500}
          autosize
          minRows={2}
          {...form.getInputProps('word')}
        />
        {ask.isError && (
          <Alert color="red" role="alert">
            {t('error.failed')}
          </Alert>
        )}
        <Button type="submit" loading={ask.isPending}>
          {t(last ? 'ask.again' : 'ask.send')}
        </Button>
      </Stack>
    </form>
  )
}

function LastAnswer({ last: { state, reason } }: { last: Confirmation }) {
  if (state !== 'refused' && (state !== 'withdrawn' || reason === '')) return null
  return <Alert color="wheat">{t(`mine.${state}`, { reason })}</Alert>
}
