import { type LocalActNotice, noticeEndpoints, pathOf } from '@kolosok/contract'
import { Progress, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { formatFullDay } from '#lib/dates.ts'
import classes from './local-acts.module.css'
import { t } from './texts.ts'

/** How far «ознакомлен(а)» has come; whoever has not yet, reminding and paper are on the notice's page. */
export function Acknowledging({ notices }: { notices: readonly LocalActNotice[] }) {
  return (
    <section className={classes.card} aria-labelledby="acknowledging">
      <Title order={2} fz={18} id="acknowledging">
        {t('acknowledging')}
      </Title>
      <ul className={classes.plain}>
        {notices.map(({ id, asked, answered, sentAt, deadlineAt, isWithdrawn }) => (
          <li key={id} className={classes.notice}>
            <Link to="/notices/$noticeId" params={{ noticeId: id }}>
              {isWithdrawn ? t('acknowledging.withdrawn') : t('acknowledging.count', { answered, asked })}
            </Link>
            <small>{t('acknowledging.days', { sent: formatFullDay(sentAt), until: formatFullDay(deadlineAt) })}</small>
            <Progress
              value={asked === 0 ? 0 : (answered / asked) * 100}
              aria-label={t('acknowledging.count', { answered, asked })}
            />
            <span className={classes.links}>
              {(['pdf', 'xlsx'] as const).map((format) => (
                <a key={format} href={pathOf(noticeEndpoints.register, { noticeId: id, format })} download>
                  {t(`register.${format}`)}
                </a>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
