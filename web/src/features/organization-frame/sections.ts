import { IconBuildingCommunity, IconLayoutDashboard, IconUsers, IconUsersGroup } from '@tabler/icons-react'

/** The section's pages in the order of the menu. A feature that brings a page adds its line here. */
export const sections = [
  { to: '/o/$code', icon: IconLayoutDashboard, label: 'section.overview', isExact: true },
  { to: '/o/$code/groups', icon: IconUsersGroup, label: 'section.groups', isExact: false },
  { to: '/o/$code/people', icon: IconUsers, label: 'section.people', isExact: false },
  { to: '/o/$code/card', icon: IconBuildingCommunity, label: 'section.card', isExact: false },
] as const
