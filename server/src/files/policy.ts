export type FileFacts = {
  readonly state: 'uploading' | 'ready'
  /** Something refers to it: from then on the uploader has no right of their own. */
  readonly isAttached: boolean
  readonly isUploader: boolean
  /** Something that this person may see refers to it. */
  readonly isShown: boolean
}

export const filePolicy = {
  read: ({ state, isAttached, isUploader, isShown }: FileFacts): 'allow' | 'not-found' => {
    if (state !== 'ready') return 'not-found'
    return (isAttached ? isShown : isUploader) ? 'allow' : 'not-found'
  },
}
