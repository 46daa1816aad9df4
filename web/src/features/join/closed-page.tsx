import { Button } from '@mantine/core'
import { IconLinkOff } from '@tabler/icons-react'
import { isProblem } from '#lib/api.ts'
import { EmptyState } from '#ui/states.tsx'
import { t } from './texts.ts'

const reasons = [
  ['invitation-spent', 'spent'],
  ['invitation-expired', 'expired'],
  ['invitation-revoked', 'revoked'],
  ['not-found', 'unknown'],
] as const

export const closedReason = (error: unknown) => reasons.find(([code]) => isProblem(error, code))?.[1]

/** A link that opens nothing: why, and whom to ask. Names nobody. */
export function ClosedPage({ reason }: { reason: NonNullable<ReturnType<typeof closedReason>> }) {
  return (
    <main style={{ display: 'grid', minHeight: '100dvh', placeItems: 'center' }}>
      <EmptyState
        isPage
        icon={<IconLinkOff size={48} stroke={1.5} color="var(--ink-3)" />}
        title={t(`closed.${reason}.title`)}
        text={t(`closed.${reason}.text`)}
        action={
          <Button variant="subtle" component="a" href="/">
            {t('closed.sign-in')}
          </Button>
        }
      />
    </main>
  )
}
