import {
  channelEndpoints,
  chatEndpoints,
  childEndpoints,
  closingEndpoints,
  comingBackEndpoints,
  commentEndpoints,
  consentEndpoints,
  departureEndpoints,
  directoryEndpoints,
  draftEndpoints,
  type Endpoint,
  messageEndpoints,
  messageReportEndpoints,
  organizationDataEndpoints,
  phoneChangeEndpoints,
  scheduledEndpoints,
  ticketEndpoints,
} from '@kolosok/contract'

/** What can be done in a closed organization, too. */
const endpoints: readonly Endpoint[] = [
  // Leaving, taking one's things along, and opening it again.
  closingEndpoints.close,
  closingEndpoints.reopen,
  organizationDataEndpoints.ask,
  departureEndpoints.leave,
  directoryEndpoints.export,
  childEndpoints.export,
  // One's own marks: how far one has read, what is muted, a chat that one leaves.
  chatEndpoints.read,
  chatEndpoints.mute,
  draftEndpoints.keep,
  chatEndpoints.removeMember,
  // What was to be said later is not said any more: it can be taken back.
  scheduledEndpoints.cancel,
  channelEndpoints.setOwn,
  commentEndpoints.setRead,
  ticketEndpoints.setRead,
  // All chats are read-only, which their own door tells; asked at every message, it is not asked twice.
  ...Object.values(messageEndpoints),
  // A consent can be withdrawn, and a bad message reported, as long as there is something to read.
  consentEndpoints.decide,
  messageReportEndpoints.make,
  messageReportEndpoints.makeOfComment,
  messageReportEndpoints.makeOfBroadcastMessage,
  // Whoever has lost their phone still comes in to take their things.
  comingBackEndpoints.makeCode,
  phoneChangeEndpoints.start,
  phoneChangeEndpoints.agree,
  phoneChangeEndpoints.refuse,
]

const keyOf = ({ method, path }: Pick<Endpoint, 'method' | 'path'>) => `${method} ${path}`
const keys = new Set(endpoints.map(keyOf))

export const isStillPossible = (endpoint: Pick<Endpoint, 'method' | 'path'>): boolean => keys.has(keyOf(endpoint))
