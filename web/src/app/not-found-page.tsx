import { Button } from '@mantine/core'
import { Logo } from '#ui/logo.tsx'
import { EmptyState } from '#ui/states.tsx'
import { t } from './texts.ts'

export function NotFoundPage() {
  return (
    <main>
      <EmptyState
        isPage
        icon={<Logo size={48} />}
        title={t('error.not-found')}
        action={
          <Button component="a" href="/">
            {t('home')}
          </Button>
        }
      />
    </main>
  )
}
