import { createAudioAnalyser, type LocalAudioTrack } from 'livekit-client'
import { useEffect, useRef } from 'react'
import classes from './check.module.css'
import { t } from './texts.ts'

/** Moves with the voice: the microphone works. */
export function LevelMeter({ track }: { track: LocalAudioTrack }) {
  const bar = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const { calculateVolume, cleanup } = createAudioAnalyser(track, { cloneTrack: true })
    let frame = requestAnimationFrame(draw)
    function draw(): void {
      bar.current?.style.setProperty('transform', `scaleX(${String(Math.min(1, calculateVolume() * 1.6))})`)
      frame = requestAnimationFrame(draw)
    }
    return () => {
      cancelAnimationFrame(frame)
      void cleanup()
    }
  }, [track])
  return (
    <span className={classes.meter} role="img" aria-label={t('check.level')}>
      <span ref={bar} />
    </span>
  )
}
