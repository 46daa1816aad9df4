import type { ApplicationForm, ApplicationOrder } from '@kolosok/contract'
import { Button, CopyButton, Group, Stack, Text, TextInput, Title } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useCallback, useState } from 'react'
import { Logo } from '#ui/logo.tsx'
import { Explained } from '#ui/help-mark.tsx'
import { ApplicationFormView } from './application-form.tsx'
import { type Draft, forgetDraft, keepDraft, readDraft } from './draft.ts'
import classes from './form.module.css'
import { t } from './texts.ts'

export function ApplyPage() {
  const [draft, setDraft] = useState<Draft>(readDraft)
  const { token } = draft
  const keep = useCallback(
    (form: ApplicationForm, order: ApplicationOrder | null) => keepDraft({ token, form, order }),
    [token],
  )
  return (
    <ApplyFrame>
      <Applying
        key={token}
        draft={draft}
        onChange={keep}
        onSent={() => forgetDraft()}
        onAnother={() => setDraft(readDraft())}
      >
        <Explained>
          <Title order={1} fz={28}>
            {t('apply.title')}
          </Title>
        </Explained>
        <Text c="dimmed" mt={6}>
          {t('apply.text')}
        </Text>
      </Applying>
    </ApplyFrame>
  )
}

export function ApplyFrame({ children }: { children: ReactNode }) {
  return (
    <main className={classes.page}>
      <Stack className={classes.column} gap="lg">
        <Group component="header" gap="xs">
          <Logo />
          <Text fw={600} component={Link} to="/welcome" c="inherit">
            {t('product')}
          </Text>
        </Group>
        {children}
      </Stack>
    </main>
  )
}

type Props = {
  readonly draft: Draft
  readonly onChange: (form: ApplicationForm, order: ApplicationOrder | null) => void
  readonly onSent: () => void
  readonly onAnother: () => void
  /** Above the form. */
  readonly children: ReactNode
}

/** The form, and once it is sent what to do next. */
export function Applying({ draft, onChange, onSent, onAnother, children }: Props) {
  const [isSent, setIsSent] = useState(false)
  if (isSent) return <Sent token={draft.token} onAnother={onAnother} />
  return (
    <>
      <div>{children}</div>
      <ApplicationFormView
        token={draft.token}
        initial={draft.form}
        order={draft.order}
        submitText={t('apply.submit')}
        onChange={onChange}
        onDone={() => {
          onSent()
          setIsSent(true)
          window.scrollTo(0, 0)
        }}
      />
    </>
  )
}

function Sent({ token, onAnother }: { token: string; onAnother: () => void }) {
  const link = `${location.origin}/a/${token}`
  return (
    <section className={classes.section}>
      <Stack gap="md" role="status">
        <IconCircleCheck size={48} color="var(--ok)" aria-hidden="true" />
        <Title order={1} fz={26}>
          {t('apply.sent.title')}
        </Title>
        <Text>{t('apply.sent.text')}</Text>
        <TextInput
          label={t('link.label')}
          value={link}
          readOnly
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
        <Group>
          <CopyButton value={link}>
            {({ copied, copy }) => (
              <Button variant="light" onClick={copy}>
                {copied ? t('link.copied') : t('link.copy')}
              </Button>
            )}
          </CopyButton>
          <Button component={Link} to={`/a/${token}`}>
            {t('apply.sent.open')}
          </Button>
          <Button variant="subtle" onClick={onAnother}>
            {t('apply.another')}
          </Button>
        </Group>
      </Stack>
    </section>
  )
}
