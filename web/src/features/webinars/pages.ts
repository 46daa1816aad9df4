// In one piece: whoever looks at the list goes on to one of them.
export { WebinarsPage } from './webinars-page.tsx'
export { WebinarPage } from './webinar-page.tsx'
