import type { DemoPerson } from '@kolosok/contract'
import {
  Anchor,
  Card,
  Container,
  Group,
  SimpleGrid,
  Skeleton,
  Stack,
  Text,
  TextInput,
  Title,
  UnstyledButton,
} from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Face } from '#ui/face.tsx'
import { Logo } from '#ui/logo.tsx'
import { EmptyState, ErrorState } from '#ui/states.tsx'
import { demoPeopleQuery, useBecome } from './queries.ts'
import { t } from './texts.ts'

const parts = ['operator', 'administration', 'teachers', 'parents'] as const

/** «Демонстрация»: everybody of the kindergarten, one click to become any of them. */
export function PeoplePage() {
  const people = useQuery(demoPeopleQuery())
  const [wanted, setWanted] = useState('')
  const found = (people.data?.people ?? []).filter((person) => isWanted(person, wanted))

  return (
    <Container component="main" size="lg" py="xl">
      <Stack gap="lg">
        <Group gap="sm">
          <Logo size={36} />
          <Title order={1} fz={28} flex={1}>
            {t('title')}
          </Title>
          <Anchor href="/demo/outgoing">{t('outgoing')}</Anchor>
        </Group>
        <Text c="dimmed" maw={640}>
          {t('intro')}
        </Text>
        <TextInput
          aria-label={t('search')}
          placeholder={t('search')}
          leftSection={<IconSearch size={18} />}
          value={wanted}
          onChange={(event) => setWanted(event.currentTarget.value)}
          maw={440}
        />
        {people.isPending && <Skeleton height={240} radius="xl" />}
        {people.isError && (
          <ErrorState
            title={t('error.title')}
            text={t('error.text')}
            retry={t('error.retry')}
            onRetry={() => void people.refetch()}
          />
        )}
        {people.isSuccess && found.length === 0 && <EmptyState title={t('nobody')} />}
        {parts.map((part) => (
          <Part key={part} part={part} people={found.filter((person) => person.part === part)} />
        ))}
      </Stack>
    </Container>
  )
}

function Part({ part, people }: { part: (typeof parts)[number]; people: readonly DemoPerson[] }) {
  const become = useBecome()
  if (people.length === 0) return null
  return (
    <Stack gap="xs" component="section">
      <Title order={2} fz="lg">
        {t(`part.${part}`)}
      </Title>
      <SimpleGrid cols={{ base: 1, sm: 2, md: 3 }} spacing="xs">
        {people.map((person) => (
          <UnstyledButton
            key={person.accountId}
            title={t('become', { name: person.fullName })}
            disabled={become.isPending}
            onClick={() => become.mutate(person.accountId)}
          >
            <Card withBorder radius="lg" p="sm">
              <Group gap="sm" wrap="nowrap">
                <Face name={person.name} />
                <Stack gap={0} miw={0}>
                  <Text fw={600} truncate>
                    {person.fullName}
                  </Text>
                  <Text c="dimmed" fz="sm" truncate>
                    {[person.label, ...person.groupNames].filter((text) => text !== '').join(' · ')}
                  </Text>
                </Stack>
              </Group>
            </Card>
          </UnstyledButton>
        ))}
      </SimpleGrid>
    </Stack>
  )
}

function isWanted({ fullName, label, groupNames }: DemoPerson, wanted: string): boolean {
  const text = [fullName, label, ...groupNames].join(' ').toLowerCase().replaceAll('ё', 'е')
  return text.includes(wanted.trim().toLowerCase().replaceAll('ё', 'е'))
}
