import type { GroupId, Notice, NoticeFollowing, NoticeProgress } from '@kolosok/contract'
import { Text, Title, UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { FollowingTools } from './following-tools.tsx'
import classes from './notices.module.css'
import { Bar, ProgressBar } from './progress-bar.tsx'
import { Receivers } from './receivers.tsx'
import { t } from './texts.ts'
import { Wordings } from './wordings.tsx'

type Props = { readonly notice: Notice; readonly progress: NoticeProgress; readonly following: NoticeFollowing }

/** How far it has come, for those who look after it: in all, by group, by name. */
export function Following({ notice, progress, following }: Props) {
  const [groupId, setGroup] = useState<GroupId | null>(null)
  const { groups, letters } = following
  return (
    <section className={classes.following}>
      <ProgressBar notice={notice} progress={progress} />
      {progress.withoutApp > 0 && (
        <Text fz="sm">
          <b>{t('without-app', { count: progress.withoutApp })}.</b> {t('without-app.hint')}
        </Text>
      )}
      <FollowingTools notice={notice} following={following} progress={progress} groupId={groupId} />
      {letters.sent + letters.waiting + letters.failed > 0 && (
        <Text fz="sm" c="dimmed">
          {[
            t('letters', { sent: letters.sent }),
            ...(letters.waiting > 0 ? [t('letters.waiting', { waiting: letters.waiting })] : []),
            ...(letters.failed > 0 ? [t('letters.failed', { failed: letters.failed })] : []),
          ].join(', ')}
        </Text>
      )}
      {following.wordings.length > 0 && <Wordings wordings={following.wordings} />}
      {groups.length > 1 && (
        <>
          <Title order={2} fz={17}>
            {t('groups')}
          </Title>
          <div className={classes.groups} role="group" aria-label={t('groups')}>
            {groups.map(({ id, name, asked, answered }) => (
              <UnstyledButton
                key={id}
                className={classes.group}
                aria-pressed={id === groupId}
                onClick={() => setGroup(id === groupId ? null : id)}
              >
                <span className={classes.groupName}>{name}</span>
                <span className={classes.groupCount}>{t('groups.of', { answered, asked })}</span>
                <Bar part={answered} of={asked} label={`${name}: ${t('groups.of', { answered, asked })}`} />
              </UnstyledButton>
            ))}
          </div>
        </>
      )}
      <Receivers notice={notice} groupId={groupId} />
    </section>
  )
}
