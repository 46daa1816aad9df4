import { type Certificate, certificateEndpoints } from '@kolosok/contract'
import { Button, Container, Group, Loader, Paper, Stack, Text, Title } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { call, isProblem } from '#lib/api.ts'
import { formatFullDay } from '#lib/dates.ts'
import { Logo } from '#ui/logo.tsx'
import { ErrorState } from '#ui/states.tsx'
import { c } from './certificate-texts.ts'

/** For anybody who holds a certificate: is it a true one, and what does it say. */
export function CertificatePage() {
  const { number = '' }: Record<string, string | undefined> = useParams({ strict: false })
  const query = useQuery({
    queryKey: ['certificates', number],
    queryFn: ({ signal }) => call(certificateEndpoints.get, { params: { number } }, signal),
    // What was so a minute ago is not what is asked.
    staleTime: 0,
    retry: false,
  })
  return (
    <Container component="main" size={520} px="md" py={{ base: 'md', sm: 64 }}>
      <Group gap="sm" mb="lg">
        <Logo size={36} />
        <Text fw={600} fz="lg">
          {c('product')}
        </Text>
      </Group>
      <Paper radius="xl" p={{ base: 'md', sm: 'xl' }} withBorder>
        <Stack>
          <Title order={1} fz={26}>
            {c('title')}
          </Title>
          {query.isPending && <Loader role="status" aria-label={c('loading')} />}
          {query.isError && !query.isFetching && (
            <ErrorState {...wordsOf(query.error)} retry={c('again')} onRetry={() => void query.refetch()} />
          )}
          {query.isSuccess && <Said certificate={query.data} />}
          <Button component={Link} to="/" variant="subtle">
            {c('home')}
          </Button>
        </Stack>
      </Paper>
    </Container>
  )
}

function wordsOf(error: unknown): { title: string; text: string } {
  const what = isProblem(error, 'not-found') ? 'none' : isProblem(error, 'too-many-requests') ? 'many' : 'failed'
  return { title: c(what), text: c(`${what}.text`) }
}

function Said({ certificate }: { certificate: Certificate }) {
  const { number, name, organization, title, kind, heldOn, minutes, issuedOn, isRevoked } = certificate
  return (
    <>
      <Group gap="xs" wrap="nowrap" c={isRevoked ? 'var(--danger)' : 'var(--accent-strong)'}>
        {isRevoked ? <IconAlertTriangle aria-hidden="true" /> : <IconCircleCheck aria-hidden="true" />}
        <Text fw={600} fz="lg">
          {c(isRevoked ? 'revoked' : 'true')}
        </Text>
      </Group>
      {isRevoked && <Text>{c('revoked.text')}</Text>}
      <dl style={{ margin: 0 }}>
        <Line name={c('number')} value={number} />
        <Line name={c('name')} value={name} />
        {organization !== '' && <Line name={c('organization')} value={organization} />}
        <Line name={c(`topic.${kind}`)} value={title} />
        <Line name={c('held')} value={formatFullDay(`${heldOn}T12:00:00`)} />
        <Line name={c('minutes')} value={c('minutes.of', { minutes })} />
        <Line name={c('issued')} value={formatFullDay(`${issuedOn}T12:00:00`)} />
      </dl>
    </>
  )
}

const Line = ({ name, value }: { name: string; value: string }) => (
  <>
    <Text component="dt" c="dimmed" fz="sm">
      {name}
    </Text>
    <Text component="dd" ml={0} mb="sm" style={{ overflowWrap: 'anywhere' }}>
      {value}
    </Text>
  </>
)
