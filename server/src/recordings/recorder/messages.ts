/** What a recorder is told when it begins. */
export type Order = {
  readonly url: string
  /** Lets into one room, to hear and see, hidden. */
  readonly token: string
  /** The part it writes. */
  readonly file: string
  readonly ffmpeg: string
}

/** To the recorder: the order first, later that it is enough. */
export type ToRecorder = { readonly type: 'record'; readonly order: Order } | { readonly type: 'stop' }

/** From the recorder: sound and picture are being written. */
export type FromRecorder = { readonly type: 'recording' }
