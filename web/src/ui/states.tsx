import { Button, Stack, Text, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { t } from './texts.ts'

type Props = {
  readonly icon?: ReactNode
  readonly title: string
  readonly text?: string
  readonly action?: ReactNode
  /** It is all there is on the page, so its title is the page's. */
  readonly isPage?: boolean
}

/** What a list says when it is empty, and what to do next. */
export function EmptyState({ icon, title, text, action, isPage = false }: Props) {
  return (
    <Stack align="center" justify="center" gap="sm" p="xl" ta="center">
      {icon}
      <Title order={isPage ? 1 : 2} fz="lg">
        {title}
      </Title>
      {text !== undefined && (
        <Text c="dimmed" maw={440}>
          {text}
        </Text>
      )}
      {action}
    </Stack>
  )
}

/** What is not there, or not for whoever asks: trying again would not help, going on does. */
export function Gone({ text }: { text: string }) {
  return (
    <EmptyState
      title={t('gone')}
      text={text}
      action={<Button variant="light" renderRoot={(props) => <Link to="/" {...props} />} children={t('gone.home')} />}
    />
  )
}

/** What could not be loaded, in a sentence, the way to try again, and to somebody who helps. */
export function ErrorState({
  title,
  text,
  retry,
  onRetry,
}: {
  title: string
  text: string
  retry: string
  onRetry: () => void
}) {
  return (
    <Stack role="alert" align="center" justify="center" gap="sm" p="xl" ta="center">
      <Title order={2} fz="lg">
        {title}
      </Title>
      <Text c="dimmed" maw={440}>
        {text}
      </Text>
      <Button variant="light" onClick={onRetry}>
        {retry}
      </Button>
      <Link to="/help/new" search={{ page: location.pathname }}>
        {t('help')}
      </Link>
    </Stack>
  )
}
