import { Button } from '@mantine/core'
import { Link, Outlet } from '@tanstack/react-router'
import { useMe } from '#lib/me.ts'
import { EmptyState } from '#ui/states.tsx'
import { t } from './texts.ts'

/** Around the operator's pages: for anybody else there are none. */
export function OperatorFrame() {
  if (useMe().isOperator) return <Outlet />
  return (
    <EmptyState
      isPage
      title={t('error.not-found')}
      action={
        <Button component={Link} to="/">
          {t('home')}
        </Button>
      }
    />
  )
}
