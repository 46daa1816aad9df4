import { Container, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { EmptyState } from '#ui/states.tsx'
import { NotYet } from '#ui/not-yet.tsx'
import { ConsentCard } from './consent-card.tsx'
import { ownConsentsQuery } from './queries.ts'
import { t } from './texts.ts'

/** What one is asked to agree to, for oneself and for each child; all of it can be taken back. */
export function OwnConsentsPage() {
  const query = useQuery(ownConsentsQuery())
  const consents = query.data?.consents ?? []
  return (
    <Container size={640} py="lg">
      <Title order={1} fz={26}>
        {t('title')}
      </Title>
      <Text c="dimmed" mb="lg">
        {t('intro')}
      </Text>
      <NotYet query={query} />
      {query.data && consents.length === 0 && <EmptyState title={t('none')} text={t('none.text')} />}
      <Stack>
        {consents.map((consent) => (
          <ConsentCard key={`${consent.purposeId} ${consent.unitId}`} consent={consent} />
        ))}
      </Stack>
    </Container>
  )
}
