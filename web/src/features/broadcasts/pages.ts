// In one piece: whoever looks at the list goes on to one of them.
export { BroadcastPage } from './broadcast-page.tsx'
export { BroadcastsPage } from './broadcasts-page.tsx'
