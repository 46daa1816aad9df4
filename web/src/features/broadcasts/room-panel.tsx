import type { Broadcast } from '@kolosok/contract'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { roomClasses as room } from '#features/rooms/index.ts'
import { AskForm } from './ask-form.tsx'
import { PeopleList } from './people-list.tsx'
import { QuestionList } from './question-list.tsx'
import classes from './room.module.css'
import { t } from './texts.ts'

const tabs = ['questions', 'people'] as const

/** Beside the stage, over it on a phone: the questions, and for those who run it the people, too. */
export function RoomPanel({ broadcast, onClose }: { broadcast: Broadcast; onClose: () => void }) {
  const { run } = broadcast.abilities
  const [tab, setTab] = useState<(typeof tabs)[number]>('questions')
  const title = t(run ? 'panel' : 'panel.viewer')
  return (
    <aside className={classes.panel} aria-label={title}>
      <div className={classes.panelHead}>
        {run ? (
          <div role="group" aria-label={title} className={classes.tabs}>
            {tabs.map((one) => (
              <button key={one} type="button" aria-pressed={one === tab} onClick={() => setTab(one)}>
                {t(`tab.${one}`)}
              </button>
            ))}
          </div>
        ) : (
          <h3>{title}</h3>
        )}
        <button type="button" className={room.icon} onClick={onClose} aria-label={t('panel.close')}>
          <IconX size={20} />
        </button>
      </div>
      {run && tab === 'people' ? (
        <PeopleList broadcastId={broadcast.id} />
      ) : (
        <>
          {!run && <AskForm broadcastId={broadcast.id} />}
          <QuestionList broadcast={broadcast} />
        </>
      )}
    </aside>
  )
}
