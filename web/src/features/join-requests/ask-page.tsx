import type { FoundOrganization } from '@kolosok/contract'
import { Alert, Button, Stack, Text, TextInput, UnstyledButton } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconChevronRight } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { isProblem } from '#lib/api.ts'
import { PageFrame } from '#ui/page-frame.tsx'
import { AskForm } from './ask-form.tsx'
import classes from './join-requests.module.css'
import { OwnRequests } from './own-requests.tsx'
import { linkQuery, ownRequestsQuery, useFind } from './queries.ts'
import { t } from './texts.ts'

/** For whoever has no invitation: find the organization, ask, and follow what comes of it. */
export function AskPage() {
  const [found, setFound] = useState<FoundOrganization | null>(null)
  const [isDone, setDone] = useState(false)
  const led = useLed()
  const own = useQuery(ownRequestsQuery())
  const link = isDone ? null : led
  const organization = found ?? link?.organization ?? null
  const done = () => {
    setFound(null)
    setDone(true)
  }
  return (
    <PageFrame
      title={organization ? organization.name : t('find.title')}
      backTo={organization ? (props) => <button type="button" {...props} onClick={done} /> : '/chats'}
    >
      {organization && own.data ? (
        <AskForm organization={organization} name={own.data.name} {...(link && { link })} onDone={done} onBack={done} />
      ) : (
        <>
          <Find onFound={setFound} />
          <OwnRequests />
        </>
      )}
    </PageFrame>
  )
}

/** By the link of a chat: of which organization, and mostly of which group. */
function useLed() {
  const { via } = useSearch({ strict: false })
  const { data } = useQuery({ ...linkQuery(via ?? ''), enabled: via !== undefined })
  if (via === undefined || data?.way !== 'ask') return null
  return { token: via, groupId: data.groupId, organization: data.organization }
}

function Find({ onFound }: { onFound: (organization: FoundOrganization) => void }) {
  const find = useFind()
  const form = useForm({
    initialValues: { text: '' },
    validate: { text: (text) => (text.trim().length < 3 ? t('find.short') : null) },
  })
  const found = find.data?.organizations
  return (
    <Stack>
      <form
        noValidate
        className={classes.find}
        onSubmit={form.onSubmit(
          ({ text }) => find.mutate(text.trim()),
          () => form.getInputNode('text')?.focus(),
        )}
      >
        <TextInput
          size="md"
          className={classes.grow}
          label={t('find.label')}
          description={t('find.hint')}
          // Above the field, or the button would stand beside the hint.
          inputWrapperOrder={['label', 'description', 'input', 'error']}
          maxLength={100}
          {...form.getInputProps('text')}
        />
        <Button type="submit" size="md" loading={find.isPending}>
          {t('find.action')}
        </Button>
      </form>
      {find.isError && (
        <Alert color="red" role="alert">
          {t(isProblem(find.error, 'too-many-requests') ? 'find.too-often' : 'error.failed')}
        </Alert>
      )}
      <div aria-live="polite">
        {found?.length === 0 && <Text>{t('find.none')}</Text>}
        {found?.map((organization) => (
          <UnstyledButton key={organization.code} className={classes.found} onClick={() => onFound(organization)}>
            <span className={classes.name}>{organization.name}</span>
            <span className={classes.muted}>{t('find.code', { code: organization.code })}</span>
            <IconChevronRight className={classes.opens} size={22} stroke={1.6} aria-hidden="true" />
          </UnstyledButton>
        ))}
      </div>
    </Stack>
  )
}
