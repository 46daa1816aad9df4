import { Outlet } from '@tanstack/react-router'
import { InsecureNotice } from './insecure-notice.tsx'

/** Around the pages for anybody: nothing but what has to be known before signing in. */
export function PublicFrame() {
  return (
    <>
      <InsecureNotice />
      <Outlet />
    </>
  )
}
