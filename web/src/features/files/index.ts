import { lazy } from 'react'

export { Attachments } from './attachments.tsx'
export { FilePicker } from './file-picker.tsx'
export { formatSize } from './format-size.ts'
export { UploadTray } from './upload-tray.tsx'
export { type Uploads, useUploads } from './use-uploads.ts'
export { startUpload } from './start-upload.ts'
export { refusalSentence } from './refusal.ts'
/** Photos one after another, over the page. */
export const Viewer = lazy(async () => ({ default: (await import('./viewer.tsx')).Viewer }))
