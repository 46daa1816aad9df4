import {
  type GroupId,
  type Notice,
  noticeEndpoints,
  type NoticeFollowing,
  type NoticeProgress,
  pathOf,
} from '@kolosok/contract'
import { Button, Menu, Text } from '@mantine/core'
import { IconBellRinging, IconFileDownload, IconPencil, IconPrinter, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { NoticeEditor } from './notice-editor.tsx'
import classes from './notices.module.css'
import { waitingNoticesQuery } from './queries.ts'
import { RemindDialog } from './remind-dialog.tsx'
import { t } from './texts.ts'
import { WithdrawDialog } from './withdraw-dialog.tsx'
import { formatWhen } from './words.ts'

type Props = {
  readonly notice: Notice
  readonly following: NoticeFollowing
  readonly progress: NoticeProgress
  /** Chosen in the list below; slips are then only for that one. */
  readonly groupId: GroupId | null
}

export function FollowingTools({ notice, following, progress, groupId }: Props) {
  const [open, setOpen] = useState<'remind' | 'edit' | 'withdraw' | null>(null)
  const rights = useQuery(waitingNoticesQuery(notice.organizationId)).data
  const { mayChange, state } = notice
  const { mayRemindAt, remindersLeft } = following
  const close = () => setOpen(null)
  const isRemindable = mayChange && state === 'open' && progress.answered < progress.asked
  return (
    <>
      <div className={classes.tools}>
        {isRemindable && (
          <Button
            leftSection={<IconBellRinging size={20} />}
            disabled={mayRemindAt !== null || remindersLeft === 0}
            onClick={() => setOpen('remind')}
          >
            {t('remind')}
          </Button>
        )}
        <Papers
          notice={notice}
          reached={following.groups.find(({ id }) => id === groupId) ?? progress}
          groupId={groupId}
        />
        {mayChange && (
          <>
            <Button variant="default" leftSection={<IconPencil size={20} />} onClick={() => setOpen('edit')}>
              {t('edit')}
            </Button>
            <Button variant="light" color="red" leftSection={<IconX size={20} />} onClick={() => setOpen('withdraw')}>
              {t('withdraw')}
            </Button>
          </>
        )}
      </div>
      {isRemindable && <WhyNotYet following={following} />}
      {open === 'remind' && <RemindDialog notice={notice} following={following} onClose={close} />}
      {open === 'withdraw' && <WithdrawDialog notice={notice} onClose={close} />}
      {open === 'edit' && rights && (
        <NoticeEditor organizationId={notice.organizationId} notice={notice} rights={rights} onClose={close} />
      )}
    </>
  )
}

/** When the next reminder may go out, or that there have been enough. */
function WhyNotYet({ following: { mayRemindAt, remindersLeft } }: Pick<Props, 'following'>) {
  const why =
    remindersLeft === 0 ? t('remind.spent') : mayRemindAt && t('remind.later', { when: formatWhen(mayRemindAt) })
  return (
    why !== null && (
      <Text fz="sm" c="dimmed">
        {why}
      </Text>
    )
  )
}

type PapersProps = Pick<Props, 'notice' | 'groupId'> & {
  /** Of the chosen group, or of all. */
  readonly reached: Pick<NoticeProgress, 'asked' | 'answered' | 'withoutApp'>
}

/** Slips to cut and hand out, where there is somebody to hand one to, and the register for the files. */
function Papers({ notice, reached, groupId }: PapersProps) {
  const slips = (to: 'without-app' | 'waiting') => {
    const query = new URLSearchParams({ to, ...(groupId !== null && { groupId }) })
    return `${pathOf(noticeEndpoints.slips, { noticeId: notice.id })}?${String(query)}`
  }
  const register = (format: 'pdf' | 'xlsx') => pathOf(noticeEndpoints.register, { noticeId: notice.id, format })
  return (
    <>
      <Menu shadow="md" radius="md">
        <Menu.Target>
          <Button variant="default" leftSection={<IconFileDownload size={20} />}>
            {t(`register.of.${notice.asks}`)}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {(['pdf', 'xlsx'] as const).map((format) => (
            <Menu.Item key={format} component="a" href={register(format)} download>
              {t(`register.${format}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {reached.answered < reached.asked && notice.state !== 'withdrawn' && (
        <Menu shadow="md" radius="md">
          <Menu.Target>
            <Button variant="default" leftSection={<IconPrinter size={20} />}>
              {t('print')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {reached.withoutApp > 0 && (
              <Menu.Item component="a" href={slips('without-app')} download>
                {t('print.without-app')}
              </Menu.Item>
            )}
            <Menu.Item component="a" href={slips('waiting')} download>
              {t('print.waiting')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </>
  )
}
