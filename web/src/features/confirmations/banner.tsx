import { lazy, Suspense } from 'react'
import { useCurrentOrganization } from '#lib/current-organization.ts'
import { useMemberships } from '#lib/me.ts'

const WaitingBanner = lazy(async () => ({ default: (await import('./waiting-banner.tsx')).WaitingBanner }))

/** For staff whose status nobody has confirmed yet: what is missing, and the way to it. */
export function ConfirmationBanner() {
  const { isHere } = useCurrentOrganization()
  const waiting = useMemberships().find(
    ({ organization, role, isConfirmed }) =>
      isHere(organization.id) && (role === 'teacher' || role === 'management') && !isConfirmed,
  )
  if (!waiting) return null
  return (
    <Suspense>
      <WaitingBanner organization={waiting.organization} />
    </Suspense>
  )
}
