import type { Channel } from '@kolosok/contract'
import { ActionIcon, Button, CloseButton, TextInput, Title, Tooltip } from '@mantine/core'
import { IconArrowLeft, IconBell, IconBellZ, IconPencil, IconSearch, IconSettings } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { audienceName } from '#features/audience/index.ts'
import { ChannelDialog } from './channel-dialog.tsx'
import classes from './channels.module.css'
import { useSetOwn } from './queries.ts'
import { t } from './texts.ts'

type Props = {
  readonly channel: Channel
  readonly words: string
  readonly onWords: (words: string) => void
  readonly onWrite: () => void
}

export function ChannelHeader({ channel, words, onWords, onWrite }: Props) {
  const [isSearching, setSearching] = useState(words !== '')
  const [isSetting, setSetting] = useState(false)
  const own = useSetOwn(channel.id)
  const { isMuted, isReader, mayPublish, mayPropose, isClosed } = channel
  return (
    <>
      <header className={classes.header}>
        <BackButton />
        <div className={classes.heading}>
          <Title order={1} fz={20}>
            {channel.title}
          </Title>
          <div className={classes.sub}>{subtitleOf(channel)}</div>
        </div>
        <Tool label={t('search.open')} isOn={isSearching} onClick={() => setSearching(!isSearching)}>
          <IconSearch size={22} stroke={1.7} />
        </Tool>
        {isReader && (
          <Tool
            label={t(isMuted ? 'unmute' : 'mute')}
            isOn={isMuted}
            onClick={() => {
              own.mutate({ isMuted: !isMuted })
            }}
          >
            {isMuted ? <IconBellZ size={22} stroke={1.7} /> : <IconBell size={22} stroke={1.7} />}
          </Tool>
        )}
        {(mayPublish || isClosed) && (
          <Tool label={t('settings')} onClick={() => setSetting(true)}>
            <IconSettings size={22} stroke={1.7} />
          </Tool>
        )}
        {mayPropose && <WriteButton label={t(mayPublish ? 'write.publish' : 'write.propose')} onClick={onWrite} />}
      </header>
      {isSearching && <Search words={words} onWords={onWords} onClose={() => setSearching(false)} />}
      {isSetting && (
        <ChannelDialog organizationId={channel.organizationId} channel={channel} onClose={() => setSetting(false)} />
      )}
    </>
  )
}

function subtitleOf({ isClosed, isReader, audience }: Channel): string {
  if (isClosed) return t('closed')
  return isReader ? audienceName(audience.kind) : t('not-reader')
}

export function BackButton() {
  return (
    <ActionIcon
      renderRoot={(props) => <Link to="/channels" {...props} />}
      className={classes.back ?? ''}
      variant="subtle"
      color="gray"
      size={44}
      aria-label={t('back')}
    >
      <IconArrowLeft size={24} />
    </ActionIcon>
  )
}

type SearchProps = Pick<Props, 'words' | 'onWords'> & { readonly onClose: () => void }

function Search({ words, onWords, onClose }: SearchProps) {
  return (
    <TextInput
      p={12}
      autoFocus
      value={words}
      maxLength={100}
      placeholder={t('search')}
      aria-label={t('search')}
      leftSection={<IconSearch size={20} aria-hidden="true" />}
      rightSection={words !== '' && <CloseButton aria-label={t('search.clear')} onClick={() => onWords('')} />}
      onChange={({ currentTarget }) => onWords(currentTarget.value)}
      onKeyDown={({ key }) => {
        if (key !== 'Escape') return
        onWords('')
        onClose()
      }}
    />
  )
}

/** The word beside the pencil where there is room for it. */
function WriteButton({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <>
      <Button visibleFrom="sm" leftSection={<IconPencil size={20} />} onClick={onClick}>
        {label}
      </Button>
      <ActionIcon hiddenFrom="sm" size={44} aria-label={label} onClick={onClick}>
        <IconPencil size={22} />
      </ActionIcon>
    </>
  )
}

type ToolProps = { label: string; isOn?: boolean; onClick: () => void; children: ReactNode }

function Tool({ label, isOn = false, onClick, children }: ToolProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant={isOn ? 'light' : 'subtle'}
        color={isOn ? 'cornflower' : 'gray'}
        size={44}
        aria-label={label}
        onClick={onClick}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  )
}
