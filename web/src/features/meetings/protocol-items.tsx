import { MAX_AGENDA_ITEM, MAX_PROTOCOL_ITEMS, MAX_PROTOCOL_TEXT, type ProtocolItem } from '@kolosok/contract'
import { ActionIcon, Button, NumberInput, SimpleGrid, Switch, Textarea, TextInput } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { newId } from '#lib/new-id.ts'
import classes from './meetings.module.css'
import { t } from './texts.ts'
import type { ProtocolEditing, WrittenItem } from './use-protocol.ts'

const nobody = { for: 0, against: 0, abstained: 0 }

/** What was spoken of, one below the other; a removed one can be taken back at once. */
export function ProtocolItems({ editing: { writing, change } }: { editing: ProtocolEditing }) {
  const [removed, setRemoved] = useState<{ item: WrittenItem; at: number } | null>(null)
  const { items } = writing
  const put = (key: string, part: Partial<ProtocolItem>) =>
    change({ items: items.map((item) => (item.key === key ? { ...item, ...part } : item)) })
  const move = (at: number, to: number) => {
    const item = items[at]
    if (item) change({ items: items.toSpliced(at, 1).toSpliced(to, 0, item) })
  }
  const remove = (item: WrittenItem, at: number) => {
    setRemoved({ item, at })
    change({ items: items.toSpliced(at, 1) })
  }
  return (
    <>
      {items.map((item, at) => (
        <fieldset key={item.key} className={classes.item}>
          <legend>{t('protocol.item', { number: at + 1 })}</legend>
          <ItemFields item={item} onChange={(part) => put(item.key, part)} />
          <div className={classes.itemTools}>
            <Tool label={t('protocol.up')} isOff={at === 0} onClick={() => move(at, at - 1)}>
              <IconArrowUp size={20} />
            </Tool>
            <Tool label={t('protocol.down')} isOff={at === items.length - 1} onClick={() => move(at, at + 1)}>
              <IconArrowDown size={20} />
            </Tool>
            <Tool label={t('protocol.remove')} isOff={false} onClick={() => remove(item, at)}>
              <IconTrash size={20} />
            </Tool>
          </div>
        </fieldset>
      ))}
      {removed && (
        <div className={classes.undo} role="status">
          {t('protocol.removed')}
          <Button
            variant="subtle"
            onClick={() => {
              change({ items: items.toSpliced(removed.at, 0, removed.item) })
              setRemoved(null)
            }}
          >
            {t('protocol.take-back')}
          </Button>
        </div>
      )}
      {items.length < MAX_PROTOCOL_ITEMS && (
        <Button
          variant="default"
          leftSection={<IconPlus size={20} />}
          onClick={() =>
            change({ items: [...items, { key: newId(), topic: '', heard: '', decided: '', votes: null }] })
          }
        >
          {t('protocol.add')}
        </Button>
      )}
    </>
  )
}

function ItemFields({ item, onChange }: { item: ProtocolItem; onChange: (part: Partial<ProtocolItem>) => void }) {
  const { topic, votes } = item
  return (
    <>
      <TextInput
        label={t('protocol.topic')}
        maxLength={MAX_AGENDA_ITEM}
        value={topic}
        onChange={({ currentTarget }) => onChange({ topic: currentTarget.value })}
      />
      {(['heard', 'decided'] as const).map((name) => (
        <Textarea
          key={name}
          label={t(`protocol.${name}`)}
          maxLength={MAX_PROTOCOL_TEXT}
          autosize
          minRows={2}
          value={item[name]}
          onChange={({ currentTarget }) => onChange({ [name]: currentTarget.value })}
        />
      ))}
      <Switch
        label={t('protocol.votes')}
        checked={votes !== null}
        onChange={({ currentTarget }) => onChange({ votes: currentTarget.checked ? nobody : null })}
      />
      {votes && (
        <SimpleGrid cols={3}>
          {(['for', 'against', 'abstained'] as const).map((name) => (
            <NumberInput
              key={name}
              label={t(`protocol.${name}`)}
              min={0}
              max={100_000}
              allowDecimal={false}
              clampBehavior="strict"
              value={votes[name]}
              onChange={(value) => onChange({ votes: { ...votes, [name]: Number(value) || 0 } })}
            />
          ))}
        </SimpleGrid>
      )}
    </>
  )
}

type ToolProps = { label: string; isOff: boolean; onClick: () => void; children: React.ReactNode }
const Tool = ({ label, isOff, onClick, children }: ToolProps) => (
  <ActionIcon variant="subtle" color="gray" size={44} aria-label={label} disabled={isOff} onClick={onClick}>
    {children}
  </ActionIcon>
)
