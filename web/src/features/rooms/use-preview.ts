import type { LocalAudioTrack, LocalVideoTrack } from 'livekit-client'
import { useEffect, useRef, useState } from 'react'
import { type Device, listDevices, openCamera, openMicrophone, type Trouble, troubleOf } from './devices.ts'

export type Preview<T> = {
  readonly track: T | undefined
  readonly trouble: Trouble | null
  readonly isAsking: boolean
  readonly devices: readonly Device[]
  readonly retry: () => void
  /** Hands the track over: it is not stopped with the preview any more. */
  readonly take: () => T | undefined
}

type Stoppable = { readonly stop: () => void }

function usePreview<T extends Stoppable>(
  isOn: boolean,
  deviceId: string,
  kind: 'audioinput' | 'videoinput',
  open: (deviceId: string) => Promise<T>,
): Preview<T> {
  const [track, setTrack] = useState<T>()
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [isAsking, setAsking] = useState(false)
  const [devices, setDevices] = useState<readonly Device[]>([])
  const [attempt, setAttempt] = useState(0)
  const taken = useRef<T>(undefined)

  useEffect(() => {
    if (!isOn) return
    let isGone = false
    let opened: T | undefined
    setAsking(true)
    setTrouble(null)
    void openOrAny(open, deviceId)
      .then(async (next) => {
        if (isGone) {
          next.stop()
          return
        }
        opened = next
        setTrack(next)
        setDevices(await listDevices(kind))
      })
      .catch((error: unknown) => {
        if (!isGone) setTrouble(troubleOf(error))
      })
      .finally(() => {
        if (!isGone) setAsking(false)
      })
    return () => {
      isGone = true
      setTrack(undefined)
      if (opened && opened !== taken.current) opened.stop()
    }
  }, [isOn, deviceId, kind, open, attempt])

  return {
    track: isOn ? track : undefined,
    trouble: isOn ? trouble : null,
    isAsking: isOn && isAsking,
    devices,
    retry: () => {
      setAttempt(attempt + 1)
    },
    take: () => {
      taken.current = isOn ? track : undefined
      return taken.current
    },
  }
}

/** The device chosen last time may be gone; then any will do. */
async function openOrAny<T>(open: (deviceId: string) => Promise<T>, deviceId: string): Promise<T> {
  try {
    return await open(deviceId)
  } catch (error) {
    if (deviceId === '' || troubleOf(error) === 'denied') throw error
    return open('')
  }
}

export const useCamera = (isOn: boolean, deviceId: string): Preview<LocalVideoTrack> =>
  usePreview(isOn, deviceId, 'videoinput', openCamera)

export const useMicrophone = (isOn: boolean, deviceId: string): Preview<LocalAudioTrack> =>
  usePreview(isOn, deviceId, 'audioinput', openMicrophone)
