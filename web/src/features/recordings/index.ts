import { lazy } from 'react'

const Dialog = lazy(async () => ({ default: (await import('./recordings-dialog.tsx')).RecordingsDialog }))

export { saysRecorded } from './news.ts'
export { RecordControl } from './record-control.tsx'
export { RecordingMark } from './recording-mark.tsx'
export { RecordingNotice, RecordingWarning } from './recording-notice.tsx'
export { Recordings } from './recordings.tsx'
export { Dialog as RecordingsDialog }
