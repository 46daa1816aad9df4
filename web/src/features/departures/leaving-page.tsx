import { Button, Container, Paper, Stack, Text, Title } from '@mantine/core'
import type { OwnMembership } from '@kolosok/contract'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useMemberships } from '#lib/me.ts'
import { Explained } from '#ui/help-mark.tsx'
import { DepartureDialog } from './departure-dialog.tsx'
import classes from './departures.module.css'
import { t } from './texts.ts'

/** Where one belongs, and the way out of each. */
export function LeavingPage() {
  const memberships = useMemberships()
  const [asked, setAsked] = useState<OwnMembership | null>(null)
  const navigate = useNavigate()
  return (
    <Container size={640} py="lg">
      <Explained>
        <Title order={1} fz={26}>
          {t('page.title')}
        </Title>
      </Explained>
      <Text c="dimmed" mb="md">
        {t('page.lead')}
      </Text>
      <Stack gap="sm">
        {memberships.map((one) => (
          <Place key={one.id} membership={one} onLeave={() => setAsked(one)} />
        ))}
      </Stack>
      {asked && (
        <DepartureDialog
          target={{ organizationId: asked.organization.id, membershipId: asked.id }}
          organization={asked.organization}
          onClose={() => setAsked(null)}
          onDone={() => void navigate({ to: '/chats' })}
        />
      )}
    </Container>
  )
}

function Place({ membership, onLeave }: { membership: OwnMembership; onLeave: () => void }) {
  const { organization, role, label } = membership
  const as = label || t(`role.${role}`)
  return (
    <Paper withBorder radius="lg" p="md" className={classes.place}>
      <span className={classes.who}>
        <b>{organization.shortName}</b>
        <small>{as}</small>
      </span>
      <Button
        variant="default"
        aria-label={t('page.leave.of', { organization: organization.shortName, role: as })}
        onClick={onLeave}
      >
        {t('page.leave')}
      </Button>
    </Paper>
  )
}
