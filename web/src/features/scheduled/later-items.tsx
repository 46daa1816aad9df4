import type { Chat } from '@kolosok/contract'
import { Menu } from '@mantine/core'
import { IconCalendarTime, IconClock, IconListDetails } from '@tabler/icons-react'
import { useMinute } from '#lib/quiet-hours.ts'
import { t } from './texts.ts'
import { type Choice, choicesAt, whenOf } from './times.ts'
import { useClock } from './use-clock.ts'

type Props = {
  readonly chat: Chat
  readonly onChoose: (at: Date) => void
  readonly onOther: () => void
  readonly onShow: () => void
}

/** In the menu of sending: the times that people mean, any other one, and what waits already. */
export function LaterItems({ chat, onChoose, onOther, onShow }: Props) {
  const clock = useClock(chat)
  const now = useMinute()
  const { waiting, refused } = chat.scheduled
  const nameOf = ({ kind, at }: Choice) =>
    kind === 'quiet' ? t('later.quiet', { when: whenOf(at, clock.timeZone, now) }) : t(`later.${kind}`)
  return (
    <>
      <Menu.Label>{t('later')}</Menu.Label>
      {choicesAt(now, clock).map((choice) => (
        <Menu.Item key={choice.kind} leftSection={<IconClock size={20} />} onClick={() => onChoose(choice.at)}>
          {nameOf(choice)}
        </Menu.Item>
      ))}
      <Menu.Item leftSection={<IconCalendarTime size={20} />} onClick={onOther}>
        {t('later.other')}
      </Menu.Item>
      {waiting + refused > 0 && (
        <>
          <Menu.Divider />
          <Menu.Item leftSection={<IconListDetails size={20} />} onClick={onShow}>
            {t('title')}
          </Menu.Item>
        </>
      )}
    </>
  )
}
