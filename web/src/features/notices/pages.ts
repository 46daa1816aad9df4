// In one piece: whoever looks at the list goes on to one of them.
export { NoticePage } from './notice-page.tsx'
export { NoticesPage } from './notices-page.tsx'
