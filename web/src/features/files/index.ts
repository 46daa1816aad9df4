export { Attachments } from './attachments.tsx'
export { UploadTray } from './upload-tray.tsx'
export { type Uploads, useUploads } from './use-uploads.ts'
export { startUpload } from './start-upload.ts'
