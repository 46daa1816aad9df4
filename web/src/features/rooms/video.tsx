import type { VideoTrack } from 'livekit-client'
import { useEffect, useRef } from 'react'

/** A track on the screen. One's own is mirrored, as in a mirror. */
export function Video({ track, isMirrored = false, isWhole = false }: Props) {
  const element = useRef<HTMLVideoElement>(null)
  useEffect(() => {
    const video = element.current
    if (!video) return
    track.attach(video)
    return () => {
      track.detach(video)
    }
  }, [track])
  const style = { objectFit: isWhole ? 'contain' : 'cover', ...(isMirrored && { transform: 'scaleX(-1)' }) } as const
  return <video ref={element} style={style} autoPlay playsInline muted aria-hidden="true" />
}

type Props = { readonly track: VideoTrack; readonly isMirrored?: boolean; readonly isWhole?: boolean }
