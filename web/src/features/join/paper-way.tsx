import type { OpenInvitation } from '@kolosok/contract'
import { Button, Title } from '@mantine/core'
import { formatMoment } from '#lib/dates.ts'
import classes from './join.module.css'
import { t } from './texts.ts'

/** Refusing is fine: whom to turn to, and what happens then. */
export function PaperWay({ invitation, onBack }: { invitation: OpenInvitation; onBack: () => void }) {
  const { inviter, role, expiresAt } = invitation
  const who = inviter ? t('paper.who', { name: inviter.name }) : t('paper.who.nobody')
  return (
    <div className={classes.form}>
      <Title order={1} fz={24}>
        {t('paper.title')}
      </Title>
      <section className={classes.card} style={{ display: 'grid', gap: 12 }}>
        <p>{t('paper.ask', { who })}</p>
        <p>{t(role === 'parent' ? 'paper.what' : 'paper.what.staff')}</p>
        <p className={classes.muted}>{t('paper.kept', { date: formatMoment(expiresAt) })}</p>
      </section>
      <div className={classes.actions}>
        <Button size="lg" fullWidth onClick={onBack}>
          {t('paper.back')}
        </Button>
      </div>
    </div>
  )
}
