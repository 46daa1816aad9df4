import { Navigate } from '@tanstack/react-router'
import { useMe, useMemberships } from '#lib/me.ts'

/** Where everybody starts: the operator of nothing else with the applications, all others with their chats. */
export function HomePage() {
  const { isOperator } = useMe()
  return <Navigate to={useMemberships().length === 0 && isOperator ? '/operator' : '/chats'} replace />
}
