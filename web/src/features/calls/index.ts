export { AttendanceButton } from './attendance-button.tsx'
export { CallBanner } from './call-banner.tsx'
export { CallButton } from './call-button.tsx'
export { CallHost } from './call-host.tsx'
