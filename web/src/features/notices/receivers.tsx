import type { GroupId, Notice, NoticeReceiver } from '@kolosok/contract'
import { ActionIcon, Button, SegmentedControl, Title, Tooltip } from '@mantine/core'
import { IconFilePencil } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { EmptyState } from '#ui/states.tsx'
import { NotYet } from '#ui/not-yet.tsx'
import classes from './notices.module.css'
import { PaperDialog } from './paper-dialog.tsx'
import { type ReceiverFilter, receiversQuery } from './queries.ts'
import { t } from './texts.ts'
import { formatWhen, waysToAnswer } from './words.ts'

const states = ['waiting', 'answered', 'without-app', 'left'] as const satisfies readonly ReceiverFilter['state'][]

/** By name: who has not answered yet, who has and what, whom only paper reaches, who is not here any more. */
export function Receivers({ notice, groupId }: { notice: Notice; groupId: GroupId | null }) {
  const [state, setState] = useState<ReceiverFilter['state']>('waiting')
  const [entering, setEntering] = useState<NoticeReceiver | null>(null)
  const query = useInfiniteQuery(receiversQuery(notice.id, { state, groupId }))
  const receivers = query.data?.pages.flatMap((page) => page.receivers) ?? []
  const mayEnter = notice.state !== 'withdrawn' && state !== 'left'
  return (
    <>
      <Title order={2} fz={17}>
        {t('who')}
      </Title>
      <div className={classes.chips}>
        <SegmentedControl
          aria-label={t('who')}
          data={states.map((value) => ({ value, label: t(`who.${value}`) }))}
          value={state}
          onChange={setState}
        />
      </div>
      <NotYet query={query} hidden={t('error.hidden')} />
      {query.data && receivers.length === 0 && <EmptyState title={t(`who.none.${state}`)} />}
      <ul className={classes.receivers}>
        {receivers.map((receiver) => (
          <li key={receiver.id} className={classes.receiver}>
            <Named receiver={receiver} />
            <Given notice={notice} receiver={receiver} />
            {mayEnter && (receiver.answer === null || receiver.answer.isOnPaper) && (
              <Tooltip label={t('paper.title')}>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size={44}
                  aria-label={t('paper.enter', { name: receiver.name })}
                  onClick={() => setEntering(receiver)}
                >
                  <IconFilePencil size={22} stroke={1.7} />
                </ActionIcon>
              </Tooltip>
            )}
          </li>
        ))}
      </ul>
      {query.hasNextPage && (
        <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('who.more')}
        </Button>
      )}
      {entering && <PaperDialog notice={notice} receiver={entering} onClose={() => setEntering(null)} />}
    </>
  )
}

function Named({ receiver: { name, label, groups, isWithoutApp } }: { receiver: NoticeReceiver }) {
  const about = [...(label === '' ? [] : [label]), ...groups, ...(isWithoutApp ? [t('who.no-app')] : [])]
  return (
    <span className={classes.receiverName}>
      {name}
      {about.length > 0 && <span className={classes.about}>{about.join(', ')}</span>}
    </span>
  )
}

function Given({ notice, receiver: { answer, remindedAt, isChild } }: { notice: Notice; receiver: NoticeReceiver }) {
  if (!answer) {
    return remindedAt === null ? null : (
      <span className={classes.how}>{t('who.reminded', { when: formatWhen(remindedAt) })}</span>
    )
  }
  const when = formatWhen(answer.answeredAt)
  const how = answer.isOnPaper ? t('who.by-paper', { when }) : isChild ? t('who.by', { by: answer.by, when }) : when
  return (
    <span className={classes.how}>
      <b>{waysToAnswer(notice)[answer.choice]}</b>
      {how}
    </span>
  )
}
