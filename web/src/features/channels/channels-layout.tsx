import { Outlet, useLocation } from '@tanstack/react-router'
import { IconSpeakerphone } from '@tabler/icons-react'
import { EmptyState } from '#ui/states.tsx'
import { ChannelList } from './channel-list.tsx'
import classes from './channels.module.css'
import { t } from './texts.ts'

/** On a phone either the list or a channel, on a desktop both. */
export function ChannelsLayout() {
  const isAtList = useLocation().pathname === '/channels'
  return (
    <div className={classes.layout} data-inside={!isAtList || undefined}>
      <div className={classes.list}>
        <ChannelList />
      </div>
      <div className={classes.inside}>{isAtList ? <NoChannelChosen /> : <Outlet />}</div>
    </div>
  )
}

function NoChannelChosen() {
  return (
    <div className={classes.middle}>
      <EmptyState icon={<IconSpeakerphone size={48} stroke={1.4} />} title={t('choose')} />
    </div>
  )
}
