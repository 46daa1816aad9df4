import { readMarks } from '@kolosok/contract'
import { ActionIcon, Input, Textarea, Tooltip } from '@mantine/core'
import { IconBold, IconItalic, IconList, IconListNumbers } from '@tabler/icons-react'
import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react'
import { LinkButton } from './link-button.tsx'
import { MarkedText } from './marked-text.tsx'
import { nextItem, toggleList, toggleWords, type Typed } from './marks.ts'
import classes from './marks.module.css'
import { t } from './marks-texts.ts'

type Props = {
  readonly label: string
  readonly description?: string
  readonly value: string
  readonly onChange: (text: string) => void
  readonly maxLength: number
  readonly error?: ReactNode
}

/** A text with light formatting: buttons and keys put the signs, and below stands what readers are going to see. */
export function MarksField({ label, description, value, onChange, maxLength, error }: Props) {
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const now = (): Typed => {
    const { selectionStart = value.length, selectionEnd = value.length } = field.current ?? {}
    return { text: value, start: selectionStart, end: selectionEnd }
  }
  const put = ({ text, start, end }: Typed) => {
    if (text.length > maxLength) return
    onChange(text)
    // The field has its new text only after the next drawing.
    requestAnimationFrame(() => {
      field.current?.focus()
      field.current?.setSelectionRange(start, end)
    })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const changed = changedBy(event, now())
    if (!changed) return
    event.preventDefault()
    put(changed)
  }
  return (
    <Input.Wrapper
      label={label}
      description={description}
      error={error}
      id={id}
      labelElement="label"
      inputWrapperOrder={['label', 'description', 'input', 'error']}
    >
      <div className={classes.tools} role="toolbar" aria-label={t('tools')} aria-controls={id}>
        <Tool label={t('bold')} onClick={() => put(toggleWords(now(), 'bold'))}>
          <IconBold size={20} />
        </Tool>
        <Tool label={t('italic')} onClick={() => put(toggleWords(now(), 'italic'))}>
          <IconItalic size={20} />
        </Tool>
        <Tool label={t('list')} onClick={() => put(toggleList(now(), 'dots'))}>
          <IconList size={20} />
        </Tool>
        <Tool label={t('numbers')} onClick={() => put(toggleList(now(), 'numbers'))}>
          <IconListNumbers size={20} />
        </Tool>
        <LinkButton now={now} onPut={put} />
      </div>
      <Textarea
        ref={field}
        id={id}
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
        onKeyDown={onKeyDown}
        maxLength={maxLength}
        autosize
        minRows={6}
        maxRows={16}
        data-autofocus
        error={Boolean(error)}
      />
      {hasMarks(value) && (
        <div className={classes.preview}>
          <b>{t('preview')}</b>
          <MarkedText text={value} />
        </div>
      )}
    </Input.Wrapper>
  )
}

/** By the place of the key, so that it works in the Russian layout as well. */
function changedBy({ key, code, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent, now: Typed): Typed | null {
  if (altKey) return null
  if (ctrlKey || metaKey) {
    if (code === 'KeyB') return toggleWords(now, 'bold')
    if (code === 'KeyI') return toggleWords(now, 'italic')
    if (shiftKey && code === 'Digit8') return toggleList(now, 'dots')
    if (shiftKey && code === 'Digit7') return toggleList(now, 'numbers')
    return null
  }
  return key === 'Enter' && !shiftKey ? nextItem(now) : null
}

const hasMarks = (text: string): boolean =>
  readMarks(text).some(
    (one) => one.kind === 'list' || one.lines.some((line) => line.some(({ kind }) => kind !== 'plain')),
  )

function Tool({ label, onClick, children }: { label: string; onClick: () => void; children: ReactNode }) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" size={44} aria-label={label} onClick={onClick}>
        {children}
      </ActionIcon>
    </Tooltip>
  )
}
