import {
  IconBooks,
  IconBroadcast,
  IconCalendar,
  IconDeviceLaptop,
  IconFiles,
  IconFileText,
  IconLifebuoy,
  IconLink,
  IconMessageCircle,
  IconMoodKid,
  IconNotebook,
  IconPhone,
  IconSchool,
  IconShieldCheck,
  IconSpeakerphone,
  IconTableImport,
  IconUserPlus,
} from '@tabler/icons-react'
import { t } from './texts.ts'

/** What one may want to do, beside the sections of «Организация»; each where it is done. */
export const actions = [
  {
    to: '/o/$code/invitations',
    icon: IconLink,
    title: t('act.invite'),
    also: t('act.invite.also'),
    ability: 'seeOrganizationPages',
  },
  {
    to: '/o/$code/groups',
    icon: IconMoodKid,
    title: t('act.children'),
    also: t('act.children.also'),
    ability: 'seeOrganizationPages',
  },
  {
    to: '/o/$code/imports',
    icon: IconTableImport,
    title: t('act.import'),
    also: t('act.import.also'),
    ability: 'manageStructure',
  },
  {
    to: '/lessons',
    icon: IconNotebook,
    title: t('page.lessons'),
    also: '',
    ability: 'seeOrganizationPages',
  },
  {
    to: '/o/$code/administrators',
    icon: IconShieldCheck,
    title: t('act.appoint'),
    also: t('act.appoint.also'),
    ability: 'seeAdministrators',
  },
] as const

export const ownPages = [
  { to: '/chats', icon: IconMessageCircle, title: t('page.chats'), also: '' },
  { to: '/notices', icon: IconFileText, title: t('page.notices'), also: '' },
  { to: '/channels', icon: IconSpeakerphone, title: t('page.channels'), also: '' },
  { to: '/calendar', icon: IconCalendar, title: t('page.calendar'), also: t('page.calendar.also') },
  { to: '/broadcasts', icon: IconBroadcast, title: t('page.broadcasts'), also: '' },
  { to: '/documents', icon: IconFiles, title: t('page.documents'), also: '' },
  { to: '/materials', icon: IconBooks, title: t('page.materials'), also: '' },
  { to: '/webinars', icon: IconSchool, title: t('page.webinars'), also: '' },
  { to: '/help', icon: IconLifebuoy, title: t('page.help'), also: '' },
  { to: '/devices', icon: IconDeviceLaptop, title: t('page.devices'), also: '' },
  { to: '/phone', icon: IconPhone, title: t('page.phone'), also: '' },
  { to: '/join', icon: IconUserPlus, title: t('page.join'), also: '' },
] as const
