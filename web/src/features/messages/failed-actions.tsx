import { Button, Group } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import type { OutboxEntry } from '#lib/local-data.ts'
import classes from './bubble.module.css'
import { discardEntry, retryEntry } from './outbox.ts'
import { t } from './texts.ts'

const sentences: Record<string, string> = {
  'chat-read-only': t('refused.chat-read-only'),
  'forbidden': t('refused.forbidden'),
  'not-found': t('refused.not-found'),
  'invalid-request': t('refused.invalid-request'),
}

/** Why the server did not take it, and what to do now. */
export function FailedActions({ entry }: { entry: OutboxEntry }) {
  const client = useQueryClient()
  return (
    <div className={classes.failed} role="alert">
      {t('message.failed')} {sentences[entry.refusedWith ?? ''] ?? t('refused.other')}
      <Group gap="xs" mt={4}>
        <Button size="compact-sm" variant="light" onClick={() => void retryEntry(client, entry.id)}>
          {t('message.failed.retry')}
        </Button>
        <Button size="compact-sm" variant="subtle" color="red" onClick={() => void discardEntry(entry.id)}>
          {t('message.failed.discard')}
        </Button>
      </Group>
    </div>
  )
}
