import type { AccountId, Person, Poll } from '@kolosok/contract'
import { Modal } from '@mantine/core'
import { ConfirmedBadge } from '#ui/confirmed-badge.tsx'
import { Face } from '#ui/face.tsx'
import classes from './poll.module.css'
import { t } from './texts.ts'

type Props = {
  readonly poll: Poll
  readonly me: AccountId
  readonly people: Readonly<Record<string, Person>>
  readonly onClose: () => void
}

export function PollVoters({ poll, me, people, onClose }: Props) {
  return (
    <Modal opened onClose={onClose} title={t('who.title')}>
      {poll.options.map(({ text, count, accountIds }) => (
        <section key={text} className={classes.voters}>
          <h3>
            {text} <span>{t('votes', { count })}</span>
          </h3>
          {count === 0 && <p>{t('who.nobody')}</p>}
          {accountIds.map((id) => {
            const name = id === me ? t('you') : (people[id]?.name ?? t('someone'))
            return (
              <div key={id} className={classes.voter}>
                <Face name={people[id]?.name ?? name} size={32} />
                <span>{name}</span>
                {people[id]?.isConfirmed && <ConfirmedBadge label={t('confirmed')} />}
                <span className={classes.kind}>{people[id]?.label}</span>
              </div>
            )
          })}
          {count > accountIds.length && <p>{t('who.more', { count: count - accountIds.length })}</p>}
        </section>
      ))}
    </Modal>
  )
}
