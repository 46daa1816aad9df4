import { Alert, Anchor, Stack, Text } from '@mantine/core'
import type { PersonPage } from '@kolosok/contract'
import { Link } from '@tanstack/react-router'
import { useOrganization } from '#features/organization-frame/index.ts'
import { t } from './texts.ts'

/** Nobody but the person can tell, or do anything about it. */
export function Twins({ page: { twins } }: { page: PersonPage }) {
  const { code } = useOrganization()
  const [twin] = twins
  if (!twin) return null
  return (
    <Alert color="wheat" title={t('twin.title')}>
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{t('twin.text')}</Text>
        <Anchor
          size="sm"
          py={10}
          renderRoot={(props) => (
            <Link to="/o/$code/people/$membershipId" params={{ code, membershipId: twin.membershipId }} {...props} />
          )}
        >
          {t('twin.open')}
        </Anchor>
      </Stack>
    </Alert>
  )
}
