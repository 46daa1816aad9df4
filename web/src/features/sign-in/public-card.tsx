import { Container, Group, Paper, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { Logo } from '#ui/logo.tsx'

/** A page of its own, outside the messenger: the product's name and one card. */
export function PublicCard({ name, children }: { name: string; children: ReactNode }) {
  return (
    <Container component="main" size={460} px="md" py={{ base: 'md', sm: 64 }}>
      <Group gap="sm" mb="lg">
        <Logo size={36} />
        <Text fw={600} fz="lg">
          {name}
        </Text>
      </Group>
      <Paper radius="xl" p={{ base: 'md', sm: 'xl' }} withBorder>
        {children}
      </Paper>
    </Container>
  )
}
