import { useQuery } from '@tanstack/react-query'
import { Navigate, useLocation } from '@tanstack/react-router'
import { overviewQuery } from '#features/organization/index.ts'
import { useCurrentOrganization } from '#lib/current-organization.ts'
import { useMe, useMemberships } from '#lib/me.ts'
import { PagePending } from './account-frame.tsx'

/** Where everybody starts: with the applications, the first steps of a new organization, or the chats. */
export function HomePage() {
  const { isOperator } = useMe()
  const { organization, abilities } = useCurrentOrganization()
  const isNowhere = useMemberships().length === 0
  if (organization && abilities?.manageStructure) return <AdministratorsHome organization={organization} />
  return <Navigate to={isNowhere && isOperator ? '/operator' : '/chats'} replace />
}

type Organization = NonNullable<ReturnType<typeof useCurrentOrganization>['organization']>

function AdministratorsHome({ organization: { id, code } }: { organization: Organization }) {
  const overview = useQuery(overviewQuery(id))
  // Who has chosen a section meanwhile is on the way there, and is not sent anywhere else.
  const hasChosen = useLocation().pathname !== '/'
  if (overview.isLoading || hasChosen) return <PagePending />
  const isSetUp = overview.data?.steps.every(({ isDone }) => isDone) ?? true
  if (isSetUp) return <Navigate to="/chats" replace />
  return <Navigate to="/o/$code" params={{ code }} replace />
}
