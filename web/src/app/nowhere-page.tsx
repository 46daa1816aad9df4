import { Button, Stack } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Suspense } from 'react'
import { OwnRequests } from '#features/join-requests/index.ts'
import { WaitingInvitation } from '#features/join/index.ts'
import { useMe } from '#lib/me.ts'
import { formatPhone } from '#lib/phone.ts'
import { Logo } from '#ui/logo.tsx'
import { EmptyState } from '#ui/states.tsx'
import { t } from './texts.ts'

/** Signed in, but nobody has let this number in anywhere: whom to ask. */
export function NowherePage() {
  const { phone } = useMe()
  const client = useQueryClient()
  return (
    <EmptyState
      icon={<Logo size={56} />}
      isPage
      title={t('nowhere.title')}
      text={phone === null ? t('nowhere.text.no-phone') : t('nowhere.text', { phone: formatPhone(phone) })}
      action={
        <Stack>
          <WaitingInvitation />
          <Suspense>
            <OwnRequests />
          </Suspense>
          <Button renderRoot={(props) => <Link to="/join" {...props} />}>{t('nowhere.find')}</Button>
          <Button variant="light" renderRoot={(props) => <Link to="/help" {...props} />}>
            {t('more.help')}
          </Button>
          <Button component={Link} to="/phone" variant="light">
            {t('nowhere.two')}
          </Button>
          <Button variant="light" onClick={() => void client.invalidateQueries({ queryKey: ['me'] })}>
            {t('nowhere.again')}
          </Button>
        </Stack>
      }
    />
  )
}
