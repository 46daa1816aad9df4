import { MAX_ACT_HEADING, MAX_ACT_SECTIONS, MAX_ACT_TEXT } from '@kolosok/contract'
import { ActionIcon, Button, Text, Textarea, TextInput } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { newId } from '#lib/new-id.ts'
import type { WrittenSection } from './kept-writing.ts'
import classes from './local-acts.module.css'
import { t } from './texts.ts'
import type { Editing } from './use-editor.ts'

/** Headings and texts, one below the other; a removed one can be taken back at once. */
export function SectionFields({ editing: { writing, changeSections, errors } }: { editing: Editing }) {
  const [removed, setRemoved] = useState<{ section: WrittenSection; index: number } | null>(null)
  const { sections } = writing
  const put = (key: string, part: Partial<WrittenSection>) =>
    changeSections((all) => all.map((one) => (one.key === key ? { ...one, ...part } : one)))
  const move = (index: number, by: 1 | -1) =>
    changeSections((all) => {
      const [moved, others] = [all[index], all.filter((_, at) => at !== index)]
      return moved ? others.toSpliced(index + by, 0, moved) : all
    })
  const remove = (index: number) => {
    const section = sections[index]
    if (section) setRemoved({ section, index })
    changeSections((all) => all.filter((_, at) => at !== index))
  }
  return (
    <>
      {sections.map(({ key, heading, text }, index) => (
        <fieldset key={key} className={classes.section}>
          <legend>{t('editor.section', { number: index + 1 })}</legend>
          <TextInput
            label={t('editor.heading')}
            maxLength={MAX_ACT_HEADING}
            value={heading}
            onChange={({ currentTarget }) => put(key, { heading: currentTarget.value })}
          />
          <Textarea
            label={t('editor.text')}
            description={index === 0 ? t('editor.text.hint') : undefined}
            maxLength={MAX_ACT_TEXT}
            autosize
            minRows={3}
            value={text}
            onChange={({ currentTarget }) => put(key, { text: currentTarget.value })}
          />
          <div className={classes.sectionTools}>
            <Tool label={t('editor.up')} isOff={index === 0} onClick={() => move(index, -1)}>
              <IconArrowUp size={20} />
            </Tool>
            <Tool label={t('editor.down')} isOff={index === sections.length - 1} onClick={() => move(index, 1)}>
              <IconArrowDown size={20} />
            </Tool>
            <Tool label={t('editor.remove')} isOff={sections.length === 1} onClick={() => remove(index)}>
              <IconTrash size={20} />
            </Tool>
          </div>
        </fieldset>
      ))}
      {errors['sections'] !== undefined && (
        <Text role="alert" c="var(--danger)">
          {errors['sections']}
        </Text>
      )}
      {removed && (
        <div className={classes.undo} role="status">
          {t('editor.removed', { heading: removed.section.heading || t('editor.unnamed') })}
          <Button
            variant="subtle"
            onClick={() => {
              changeSections((all) => all.toSpliced(removed.index, 0, removed.section))
              setRemoved(null)
            }}
          >
            {t('editor.take-back')}
          </Button>
        </div>
      )}
      {sections.length < MAX_ACT_SECTIONS && (
        <Button
          variant="default"
          leftSection={<IconPlus size={20} />}
          onClick={() => changeSections((all) => [...all, { key: newId(), heading: '', text: '' }])}
        >
          {t('editor.add')}
        </Button>
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
