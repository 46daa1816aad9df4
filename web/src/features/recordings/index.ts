export { RecordControl } from './record-control.tsx'
export { RecordingMark } from './recording-mark.tsx'
export { RecordingNotice } from './recording-notice.tsx'
export { Recordings } from './recordings.tsx'
