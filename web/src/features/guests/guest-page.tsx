import type { GuestMeeting } from '@kolosok/contract'
import { Alert, Button, Container, Group, Loader, Paper, Stack, Text, TextInput, Title } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { isProblem } from '#lib/api.ts'
import { Logo } from '#ui/logo.tsx'
import { ErrorState } from '#ui/states.tsx'
import { GuestCall } from './guest-call.tsx'
import { newKeyFor, ownKeyFor } from './own-key.ts'
import { badFieldsOf, sentenceOf } from './problems.ts'
import { guestLinkQuery, guestQuery, useAsk } from './queries.ts'
import { t } from './texts.ts'
import { whenOf } from './when.ts'

/** For whoever was sent the link of a meeting: says who they are, waits, is in, and that is all they see. */
export function GuestPage() {
  const { token = '' }: Record<string, string | undefined> = useParams({ strict: false })
  const client = useQueryClient()
  const [key, setKey] = useState(() => ownKeyFor(token))
  const own = useQuery(guestQuery(token, key))
  const asks = own.isSuccess && own.data === null
  const link = useQuery({ ...guestLinkQuery(token), enabled: asks || own.isError })
  function becomeAnother(): void {
    client.setQueryData(guestQuery(token, key).queryKey, null)
    setKey(newKeyFor(token))
  }
  if (own.data) return <GuestCall guest={own.data} own={{ token, key }} onAnother={becomeAnother} />
  return (
    <Container component="main" size={520} px="md" py={{ base: 'md', sm: 64 }}>
      <Group gap="sm" mb="lg">
        <Logo size={36} />
        <Text fw={600} fz="lg">
          {t('product')}
        </Text>
      </Group>
      <Paper radius="xl" p={{ base: 'md', sm: 'xl' }} withBorder>
        {link.isError && !link.isFetching ? (
          <ErrorState {...wordsOf(link.error)} retry={t('again')} onRetry={() => void link.refetch()} />
        ) : (
          !link.data && <Loader role="status" aria-label={t('loading')} />
        )}
        {link.data && <Asking meeting={link.data} token={token} guestKey={key} onAgain={() => void link.refetch()} />}
      </Paper>
    </Container>
  )
}

function wordsOf(error: unknown): { title: string; text: string } {
  if (isProblem(error, 'guest-link-closed')) return { title: t('closed'), text: t('closed.text') }
  const what = isProblem(error, 'not-found') ? 'none' : isProblem(error, 'too-many-requests') ? 'many' : 'failed'
  return { title: t(what), text: t(`${what}.text`) }
}

type AskingProps = {
  readonly meeting: GuestMeeting & { readonly isOpen: boolean }
  readonly token: string
  readonly guestKey: string
  readonly onAgain: () => void
}

function Asking({ meeting, token, guestKey, onAgain }: AskingProps) {
  const isLesson = String(meeting.isLesson)
  const [name, setName] = useState('')
  const ask = useAsk(token, guestKey)
  const isAsIt = ask.variables === name
  const fault = ask.error && isAsIt ? badFieldsOf(ask.error)?.['name'] : undefined
  return (
    <Stack>
      <div>
        <Title order={1} fz={26}>
          {t('title', { isLesson })}
        </Title>
        <Text fw={600} fz="lg" mt="sm" style={{ overflowWrap: 'anywhere' }}>
          {meeting.title}
        </Text>
        <Text>{meeting.organization}</Text>
        <Text c="dimmed">{whenOf(meeting)}</Text>
      </div>
      {meeting.isOpen ? (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            ask.mutate(name)
          }}
        >
          <Stack>
            <TextInput
              label={t('name')}
              description={t('name.text')}
              placeholder={t('name.hint')}
              size="md"
              maxLength={100}
              autoComplete="name"
              value={name}
              error={fault}
              onChange={({ currentTarget }) => setName(currentTarget.value)}
            />
            {ask.error && fault === undefined && (
              <Alert color="red" role="alert">
                {sentenceOf(ask.error)}
              </Alert>
            )}
            <Button type="submit" size="md" loading={ask.isPending}>
              {t('ask', { isLesson })}
            </Button>
          </Stack>
        </form>
      ) : (
        <>
          <Alert>{t('early')}</Alert>
          <Button variant="default" size="md" onClick={onAgain}>
            {t('early.again')}
          </Button>
        </>
      )}
      <Text c="dimmed" fz="sm">
        {t('facts')}
      </Text>
    </Stack>
  )
}
