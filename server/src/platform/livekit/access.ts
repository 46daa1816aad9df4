import type { CallsTrouble } from '@kolosok/contract'

export type LivekitState =
  | { readonly isAvailable: true }
  | { readonly isAvailable: false; readonly reason: CallsTrouble }

/** How the rest of the server reaches LiveKit, wherever it runs. Ask `state` before every use: it comes and goes. */
export type LivekitAccess = {
  readonly state: () => LivekitState
  /** `http://…` address of its server API. Browsers never see it: their signalling passes through our `/rtc`. */
  readonly url: string
  readonly apiKey: string
  readonly apiSecret: string
}

/** Where our LiveKit sends its webhooks; the body is signed with the key. */
export const LIVEKIT_WEBHOOK_PATH = '/api/livekit/webhook'

/** For an app that has none: a test, a one-off command. */
export const noLivekit: LivekitAccess = {
  state: () => ({ isAvailable: false, reason: 'not-found' }),
  url: 'http://127.0.0.1:7880',
  apiKey: '',
  apiSecret: '',
}
