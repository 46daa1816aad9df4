import type { Places, Section } from '../place.ts'
import {
  documentSection,
  helpSection,
  journalSection,
  materialSection,
  meetingSection,
  noticeSection,
} from './documents.ts'
import { installation } from './installation.ts'
import { childrenSection, invitationSection, organizationSection, peopleSection, structureSection } from './people.ts'
import { channelSection, chatSection, messageSection } from './talk.ts'

/** In the order in which rows are erased: what leans on another comes before it. */
export const sections: readonly Section[] = [
  organizationSection,
  peopleSection,
  documentSection,
  noticeSection,
  meetingSection,
  materialSection,
  helpSection,
  messageSection,
  invitationSection,
  channelSection,
  chatSection,
  childrenSection,
  journalSection,
  structureSection,
]

export const places: Places = Object.fromEntries(
  [...sections.map((section) => section.places), installation].flatMap((part) => Object.entries(part)),
)
