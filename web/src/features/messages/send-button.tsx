import { ActionIcon, Menu } from '@mantine/core'
import { IconBellOff, IconCheck, IconChevronUp, IconSend2 } from '@tabler/icons-react'
import { type PointerEvent, useState } from 'react'
import classes from './composer.module.css'
import { t } from './texts.ts'
import { useLongPress } from './use-long-press.ts'
import type { Sending } from './use-send.ts'

type Props = {
  readonly send: Sending
  readonly isEditing: boolean
  /** Nobody would hear it. */
  readonly isAlone: boolean
}

/** Sends; held, by a right click, or by the arrow beside it, offers the other ways to. */
export function SendButton({ send, isEditing, isAlone }: Props) {
  const [isOpen, setOpen] = useState(false)
  const hasWays = !isEditing && !isAlone && send.canSend
  const press = useLongPress(hasWays ? () => setOpen(true) : undefined)
  return (
    <div className={classes.send}>
      <ActionIcon
        size={44}
        radius="md"
        aria-label={t(isEditing ? 'composer.save' : 'composer.send')}
        disabled={!send.canSend}
        loading={send.isSaving}
        {...press}
        onPointerDown={(event: PointerEvent) => {
          event.preventDefault() // The keyboard of a phone stays open.
          press.onPointerDown(event)
        }}
        onClick={() => send.submit()}
      >
        {isEditing ? <IconCheck size={24} /> : <IconSend2 size={24} stroke={1.8} />}
      </ActionIcon>
      {!isEditing && !isAlone && (
        <ActionIcon
          className={classes.ways ?? ''}
          variant="subtle"
          color="gray"
          size={44}
          aria-label={t('composer.ways')}
          aria-haspopup="menu"
          aria-expanded={isOpen}
          disabled={!send.canSend}
          onClick={() => setOpen(true)}
        >
          <IconChevronUp size={20} />
        </ActionIcon>
      )}
      <Menu
        opened={isOpen && hasWays}
        onChange={setOpen}
        position="top-end"
        shadow="lg"
        radius="lg"
        width={270}
        trapFocus
        returnFocus
      >
        <Menu.Target>
          <div className={classes.anchor} aria-hidden="true" />
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconBellOff size={20} />} onClick={() => send.submit({ isSilent: true })}>
            {t('composer.silent')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  )
}
