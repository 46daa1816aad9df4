import { installationEndpoints, type InstallationStatus } from '@kolosok/contract'
import { Button, Container, Group, Loader, Paper, Stack, Text, Title } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { call } from '#lib/api.ts'
import { formatMoment } from '#lib/dates.ts'
import { Explained } from '#ui/help-mark.tsx'
import { Logo } from '#ui/logo.tsx'
import { ErrorState } from '#ui/states.tsx'
import { t } from './texts.ts'

/** «Состояние», for anybody: does it work, since when, and is there a backup. */
export function StatusPage() {
  const query = useQuery({
    queryKey: ['status'],
    queryFn: ({ signal }) => call(installationEndpoints.status, {}, signal),
    // What was so a minute ago is not what is asked.
    staleTime: 0,
    retry: false,
  })
  return (
    <Container component="main" size={460} px="md" py={{ base: 'md', sm: 64 }}>
      <Group gap="sm" mb="lg">
        <Logo size={36} />
        <Text fw={600} fz="lg">
          {t('product')}
        </Text>
      </Group>
      <Paper radius="xl" p={{ base: 'md', sm: 'xl' }} withBorder>
        <Stack>
          <Explained>
            <Title order={1} fz={26}>
              {t('title')}
            </Title>
          </Explained>
          {query.isPending && <Loader role="status" aria-label={t('loading')} />}
          {query.isError && !query.isFetching && (
            <ErrorState
              title={t('down')}
              text={t('down.text')}
              retry={t('again')}
              onRetry={() => void query.refetch()}
            />
          )}
          {query.isSuccess && <Facts status={query.data} />}
          <Button component={Link} to="/" variant="subtle">
            {t('home')}
          </Button>
        </Stack>
      </Paper>
    </Container>
  )
}

function Facts({ status }: { status: InstallationStatus }) {
  const { upSince, areCallsAvailable, isBackupLate } = status
  return (
    <Stack gap="lg">
      <Fact isGood title={t('up')} text={t('up.since', { when: formatMoment(upSince) })} />
      <Fact
        isGood={areCallsAvailable}
        title={t(areCallsAvailable ? 'calls.on' : 'calls.off')}
        text={areCallsAvailable ? '' : t('calls.off.text')}
      />
      <Fact isGood={!isBackupLate} {...describeBackup(status)} />
    </Stack>
  )
}

function describeBackup({ lastBackupAt, isBackupLate }: InstallationStatus): { title: string; text: string } {
  if (lastBackupAt === null) {
    return { title: t('backup.none'), text: t(isBackupLate ? 'backup.none.late' : 'backup.none.text') }
  }
  const when = formatMoment(lastBackupAt)
  return isBackupLate
    ? { title: t('backup.late'), text: t('backup.late.text', { when }) }
    : { title: t('backup.done'), text: t('backup.done.text', { when }) }
}

function Fact({ isGood, title, text }: { isGood: boolean; title: string; text: string }) {
  const Icon = isGood ? IconCircleCheck : IconAlertTriangle
  return (
    <Group wrap="nowrap" align="flex-start" gap="sm">
      <Icon size={28} style={{ flexShrink: 0 }} color={isGood ? 'var(--accent)' : 'var(--danger)'} aria-hidden="true" />
      <div>
        <Text fw={600}>{title}</Text>
        {text !== '' && <Text c="dimmed">{text}</Text>}
      </div>
    </Group>
  )
}
