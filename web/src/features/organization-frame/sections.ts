import {
  IconAlertTriangle,
  IconArchive,
  IconBuildingCommunity,
  IconChartBar,
  IconClipboardCheck,
  IconClipboardList,
  IconFlag,
  IconFiles,
  IconLayoutDashboard,
  IconLifebuoy,
  IconLink,
  IconMessages,
  IconRosetteDiscountCheck,
  IconHistory,
  IconMoodKid,
  IconPhone,
  IconShieldCheck,
  IconUserPlus,
  IconUsers,
  IconUsersGroup,
} from '@tabler/icons-react'
import type { OrganizationAbilities } from '@kolosok/contract'
import { t } from './texts.ts'

/** The section's pages in the order of the menu. A feature that brings a page adds its line here. */
const sections = [
  { to: '/o/$code', icon: IconLayoutDashboard, label: 'section.overview', isExact: true, ability: null },
  { to: '/o/$code/groups', icon: IconUsersGroup, label: 'section.groups', isExact: false, ability: null },
  { to: '/o/$code/children', icon: IconMoodKid, label: 'section.children', isExact: false, ability: null },
  { to: '/o/$code/people', icon: IconUsers, label: 'section.people', isExact: false, ability: null },
  { to: '/o/$code/chats', icon: IconMessages, label: 'section.chats', isExact: false, ability: 'manageChats' },
  { to: '/o/$code/invitations', icon: IconLink, label: 'section.invitations', isExact: false, ability: null },
  { to: '/o/$code/requests', icon: IconUserPlus, label: 'section.requests', isExact: false, ability: null },
  {
    to: '/o/$code/confirmations',
    icon: IconRosetteDiscountCheck,
    label: 'section.confirmations',
    isExact: false,
    ability: 'decideConfirmations',
  },
  {
    to: '/o/$code/phones',
    icon: IconPhone,
    label: 'section.phones',
    isExact: false,
    ability: 'decidePhoneChanges',
  },
  { to: '/o/$code/consents', icon: IconClipboardCheck, label: 'section.consents', isExact: false, ability: null },
  { to: '/o/$code/tickets', icon: IconLifebuoy, label: 'section.tickets', isExact: false, ability: 'answerTickets' },
  { to: '/o/$code/reported', icon: IconFlag, label: 'section.reported', isExact: false, ability: null },
  {
    to: '/o/$code/statistics',
    icon: IconChartBar,
    label: 'section.statistics',
    isExact: false,
    ability: 'seeStatistics',
  },
  {
    to: '/o/$code/register',
    icon: IconClipboardList,
    label: 'section.register',
    isExact: false,
    ability: 'seeRegister',
  },
  { to: '/documents', icon: IconFiles, label: 'section.documents', isExact: false, ability: null },
  { to: '/o/$code/card', icon: IconBuildingCommunity, label: 'section.card', isExact: false, ability: null },
  {
    to: '/o/$code/administrators',
    icon: IconShieldCheck,
    label: 'section.administrators',
    isExact: false,
    ability: 'seeAdministrators',
  },
  {
    to: '/o/$code/incidents',
    icon: IconAlertTriangle,
    label: 'section.incidents',
    isExact: false,
    ability: 'seeJournal',
  },
  { to: '/o/$code/journal', icon: IconHistory, label: 'section.journal', isExact: false, ability: 'seeJournal' },
  { to: '/o/$code/data', icon: IconArchive, label: 'section.data', isExact: false, ability: 'takeData' },
] as const

/** Those that somebody may look at, by name. */
export const sectionsFor = (abilities: OrganizationAbilities) =>
  sections
    .filter(({ ability }) => ability === null || abilities[ability])
    .map(({ label, ...section }) => ({ ...section, title: t(label) }))
