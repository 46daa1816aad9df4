import type { Choices, Trouble } from './devices.ts'
import type { Person } from './snapshot.ts'

type Phase = 'joining' | 'in' | 'reconnecting' | 'out'
export type OutReason = 'left' | 'ended' | 'removed' | 'gone' | 'elsewhere'

/** What the screen shows of one stay in a call's room. */
export type Snapshot = {
  readonly phase: Phase
  readonly outReason: OutReason | null
  readonly people: readonly Person[]
  readonly isMicOn: boolean
  readonly isCameraOn: boolean
  readonly isScreenOn: boolean
  readonly isWeak: boolean
  readonly needsSoundPermission: boolean
  readonly wasMutedByHost: boolean
  /** What the server tells everybody in the room; empty where it tells nothing. */
  readonly news: string
  readonly trouble: { readonly device: 'camera' | 'mic' | 'screen'; readonly why: Trouble } | null
}

/** Before anything is known but what one wants. */
export const arriving = ({ isMicOn, isCameraOn }: Choices): Snapshot => ({
  phase: 'joining',
  outReason: null,
  people: [],
  isMicOn,
  isCameraOn,
  isScreenOn: false,
  isWeak: false,
  needsSoundPermission: false,
  wasMutedByHost: false,
  news: '',
  trouble: null,
})
