import { Button, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { AccessList } from '#features/journal/index.ts'
import { t } from './texts.ts'

/** Who looked at one's data: asked for when somebody wants to know. */
export function AccessesPart() {
  const [isOpen, setOpen] = useState(false)
  return (
    <Stack align="flex-start">
      <div>
        <Title order={2} fz="lg">
          {t('accesses.title')}
        </Title>
        <Text c="dimmed">{t('accesses.text')}</Text>
      </div>
      {isOpen ? (
        <AccessList organizationId={null} />
      ) : (
        <Button variant="default" onClick={() => setOpen(true)}>
          {t('accesses.show')}
        </Button>
      )}
    </Stack>
  )
}
