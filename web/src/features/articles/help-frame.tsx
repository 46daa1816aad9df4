import { Button } from '@mantine/core'
import { IconArrowLeft, IconPencil } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useMaybeMe } from '#lib/me.ts'
import { Logo } from '#ui/logo.tsx'
import classes from './articles.module.css'
import { t } from './texts.ts'

/** Inside the messenger a page like others; before signing in, one with the product's name. */
export function HelpFrame({ children }: { children: ReactNode }) {
  if (useMaybeMe()) return <div className={classes.page}>{children}</div>
  return (
    <main className={classes.page} data-public>
      <div className={classes.brand}>
        <Logo size={34} />
        {t('product')}
        <Link to="/sign-in" className={classes.signIn}>
          {t('asking.sign-in')}
        </Link>
      </div>
      {children}
    </main>
  )
}

export const BackToHelp = () => (
  <Button
    renderRoot={(props) => <Link to="/help" {...props} />}
    variant="subtle"
    leftSection={<IconArrowLeft size={18} />}
    className={classes.back}
  >
    {t('back.help')}
  </Button>
)

/** Where to go on when no instruction helps. */
export function Asking() {
  const isGuest = useMaybeMe() === null
  return (
    <section className={classes.asking}>
      <div>
        <h2 className={classes.askingTitle}>{t('asking.title')}</h2>
        <p className={classes.lead}>{t(isGuest ? 'asking.guest' : 'asking.text')}</p>
      </div>
      {!isGuest && (
        <Button
          variant="light"
          renderRoot={(props) => <Link to="/help/new" {...props} />}
          leftSection={<IconPencil size={20} />}
        >
          {t('asking.write')}
        </Button>
      )}
    </section>
  )
}
