import { ActionIcon, TextInput, type TextInputProps } from '@mantine/core'
import { IconCalendar } from '@tabler/icons-react'
import { type ChangeEvent, type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { day, moment, type Spelling, time } from '#lib/typed-dates.ts'
import classes from './date-field.module.css'
import { t } from './texts.ts'

type Props = Omit<TextInputProps, 'onChange' | 'value' | 'defaultValue' | 'type'> & {
  /** «2026-09-05», «14:30», «2026-09-05T14:30»; empty for none. */
  readonly value?: string
  readonly onChange: (value: string) => void
}
type KindProps = {
  readonly kind: 'day' | 'time' | 'moment'
  readonly spelling: Spelling
  readonly picker?: 'date' | 'datetime-local'
}

/** «05.09.2026», typed or chosen; the browser's own fields follow its language and not ours. */
export const DateField = (props: Props) => <TypedField kind="day" spelling={day} picker="date" {...props} />

/** «14:30» of twenty-four hours. */
export const TimeField = (props: Props) => <TypedField kind="time" spelling={time} {...props} />

/** «05.09.2026 14:30» */
export const MomentField = (props: Props) => (
  <TypedField kind="moment" spelling={moment} picker="datetime-local" {...props} />
)

function TypedField({ kind, spelling, picker, value = '', onChange, onBlur, min, max, ...props }: KindProps & Props) {
  const [text, setText] = useState(() => spelling.show(value))
  const [isLeft, setLeft] = useState(false)
  const current = spelling.read(text, false) ?? ''
  // What somebody is still typing stays; what the form has set meanwhile is shown.
  const shown = current === value ? text : spelling.show(value)

  const take = (typed: string, isDone: boolean): void => {
    const read = spelling.read(typed, isDone)
    setText(isDone && read !== null ? spelling.show(read) : typed)
    if ((read ?? '') !== value) onChange(read ?? '')
  }
  const change = ({ currentTarget }: ChangeEvent<HTMLInputElement>): void => {
    const { value: typed, selectionStart } = currentTarget
    const isAppending = typed.length > shown.length && selectionStart === typed.length
    const next = isAppending ? spelling.next(typed) : ''
    setLeft(false)
    // A separator that came by itself is typed once more by whoever is used to it.
    take(isAppending && /([.:])[.,:]$/.test(typed) ? typed.slice(0, -1) : typed + next, false)
  }
  const input = useRef<HTMLInputElement>(null)
  const isOdd = shown !== '' && value === ''
  useRefusal(input, isOdd, () => setLeft(true))
  return (
    <TextInput
      ref={input}
      inputMode="numeric"
      autoComplete="off"
      placeholder={t(`placeholder.${kind}`)}
      {...(picker && {
        rightSectionWidth: 44,
        rightSection: (
          <Picker type={picker} value={value} bounds={{ min, max }} onChange={(chosen) => take(chosen, true)} />
        ),
      })}
      {...props}
      value={shown}
      error={isLeft && isOdd ? t(`odd.${kind}`) : props.error}
      onChange={change}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key === 'Enter') take(shown, true)
      }}
      onBlur={(event) => {
        take(shown, true)
        setLeft(true)
        onBlur?.(event)
      }}
    />
  )
}

/** What nobody can read is not sent as if nothing stood there, also where a date may be left out. */
function useRefusal(input: RefObject<HTMLInputElement | null>, isOdd: boolean, onRefused: () => void): void {
  useEffect(() => {
    const form = input.current?.form
    if (!form || !isOdd) return
    // Before it comes to the form's own listeners, which React keeps further up.
    const refuse = (event: SubmitEvent) => {
      event.preventDefault()
      event.stopPropagation()
      onRefused()
      input.current?.focus()
    }
    form.addEventListener('submit', refuse)
    return () => form.removeEventListener('submit', refuse)
  })
}

type PickerProps = {
  readonly type: 'date' | 'datetime-local'
  readonly value: string
  readonly bounds: Pick<TextInputProps, 'min' | 'max'>
  readonly onChange: (value: string) => void
}

/** The calendar of the telephone or the browser: they know how to choose a day on their screen. */
function Picker({ type, value, bounds, onChange }: PickerProps) {
  const native = useRef<HTMLInputElement>(null)
  return (
    <>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={40}
        aria-label={t('calendar')}
        onClick={() => native.current?.showPicker()}
      >
        <IconCalendar size={20} stroke={1.6} aria-hidden="true" />
      </ActionIcon>
      <input
        ref={native}
        type={type}
        className={classes.native}
        tabIndex={-1}
        aria-hidden="true"
        value={value}
        {...bounds}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
    </>
  )
}
