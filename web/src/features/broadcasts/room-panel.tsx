import type { Broadcast, HeardChat } from '@kolosok/contract'
import { IconX } from '@tabler/icons-react'
import type { UseQueryResult } from '@tanstack/react-query'
import { roomClasses as room } from '#features/rooms/index.ts'
import { AskForm } from './ask-form.tsx'
import { ChatPanel } from './chat-panel.tsx'
import { PeopleList } from './people-list.tsx'
import { QuestionList } from './question-list.tsx'
import classes from './room.module.css'
import { t } from './texts.ts'

const tabs = ['chat', 'questions', 'people'] as const
export type PanelTab = (typeof tabs)[number]

type Props = {
  readonly broadcast: Broadcast
  readonly chat: UseQueryResult<HeardChat>
  readonly tab: PanelTab
  readonly onTab: (tab: PanelTab) => void
  readonly onClose: () => void
}

/** Beside the stage, under it on a phone: the chat, the questions, and for those who run it the people, too. */
export function RoomPanel({ broadcast, chat, tab, onTab, onClose }: Props) {
  const { run, ask } = broadcast.abilities
  const title = t(run ? 'panel' : 'panel.viewer.title')
  const shown = tabs.filter((one) => one === 'chat' || run || (one === 'questions' && ask))
  return (
    <aside className={classes.panel} aria-label={title}>
      <div className={classes.panelHead}>
        <div role="group" aria-label={title} className={classes.tabs}>
          {shown.map((one) => (
            <button key={one} type="button" aria-pressed={one === tab} onClick={() => onTab(one)}>
              {t(`tab.${one}`)}
            </button>
          ))}
        </div>
        <button type="button" className={room.icon} onClick={onClose} aria-label={t('panel.close')}>
          <IconX size={20} />
        </button>
      </div>
      {tab === 'chat' && <ChatPanel broadcast={broadcast} chat={chat} />}
      {tab === 'people' && <PeopleList broadcastId={broadcast.id} />}
      {tab === 'questions' && (
        <>
          {!run && <AskForm broadcastId={broadcast.id} />}
          <QuestionList broadcast={broadcast} />
        </>
      )}
    </aside>
  )
}
